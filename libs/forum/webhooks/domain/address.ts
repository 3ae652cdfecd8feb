import { commonErrors } from '#core/kernel';
import { webhooksErrors } from './webhooks.errors.js';

export const maxAddressLength = 500;

/**
 * The address as it is kept. Hosts of the operator's list (WEBHOOK_PRIVATE_HOSTS) may be in a private network and speak plain http;
 * everybody else is reached by name and https, and the address behind the name is looked at again whenever something is sent.
 * @throws common.invalid with the fault at `url`
 */
export function readAddress(text: string, privateHosts: readonly string[]): string {
  const fault = faultOf(text, privateHosts);
  if (fault !== null) throw commonErrors.invalid({}, [{ path: 'url', code: fault }]);
  return new URL(text).href;
}

function faultOf(text: string, privateHosts: readonly string[]): string | null {
  if (!URL.canParse(text) || text.length > maxAddressLength) return commonErrors.notAUrl.code;
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (username !== '' || password !== '') return webhooksErrors.addressHasLogin.code;
  if (hash !== '') return commonErrors.notAUrl.code;
  const bare = hostname.replace(/^\[|\]$/gu, '');
  if (privateHosts.includes(bare))
    return ['https:', 'http:'].includes(protocol) ? null : webhooksErrors.addressNotHttps.code;
  if (protocol !== 'https:') return webhooksErrors.addressNotHttps.code;
  return isAddress(bare) || isLocalName(bare) ? webhooksErrors.addressNotAllowed.code : null;
}

/** However it was written, a URL gives an IPv4 address in four numbers and an IPv6 address with colons. */
const isAddress = (host: string): boolean => /^(\d+\.){3}\d+$/u.test(host) || host.includes(':');

/** Names that can only mean this machine or this network. */
const isLocalName = (name: string): boolean =>
  !name.includes('.') || /\.(localhost|local|internal|lan|home\.arpa|test|invalid)\.?$/u.test(name);
