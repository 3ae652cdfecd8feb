import { DomainError } from '#core/kernel';
import { readAddress } from './address.js';

const faultOf = (url: string, privateHosts: readonly string[] = []): string | undefined => {
  try {
    readAddress(url, privateHosts);
  } catch (error) {
    if (error instanceof DomainError) return error.fields[0]?.code;
    throw error;
  }
  return undefined;
};

describe('the address of a webhook', () => {
  it.each([
    ['https://2130706433/'],
    ['https://0x7f.1/'],
    ['https://169.254.169.254/latest/meta-data'],
    ['https://[fd00::8]/'],
    ['https://[::ffff:10.0.0.8]/'],
    ['https://desk/'],
    ['https://desk.local./'],
    ['https://LOCALHOST/'],
  ])('is no address of this network, however it is written: %s', (url) => {
    expect(faultOf(url)).toBe('webhooks.addressNotAllowed');
  });

  it('is kept as a browser reads it', () => {
    expect(readAddress('HTTPS://Hooks.Ministry.Example:443/한글?a=1', [])).toBe(
      'https://hooks.ministry.example/%ED%95%9C%EA%B8%80?a=1',
    );
  });

  it('may lie in this network, and speak plain http, where the operator allows the host', () => {
    expect(readAddress('http://10.0.0.8:8080/hooks', ['10.0.0.8'])).toBe('http://10.0.0.8:8080/hooks');
    expect(readAddress('https://[fd00::8]/', ['fd00::8'])).toBe('https://[fd00::8]/');
    expect(faultOf('ftp://10.0.0.8/', ['10.0.0.8'])).toBe('webhooks.addressNotHttps');
    expect(faultOf('http://user@10.0.0.8/', ['10.0.0.8'])).toBe('webhooks.addressHasLogin');
    expect(faultOf('http://10.0.0.9/', ['10.0.0.8'])).toBe('webhooks.addressNotHttps');
  });

  it('has an end', () => {
    expect(faultOf(`https://hooks.ministry.example/${'a'.repeat(500)}`)).toBe('common.notAUrl');
  });
});
