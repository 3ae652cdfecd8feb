import fc from 'fast-check';
import { askedBytes, isKnown } from './byte-range.js';

const etag = '"abc"';
const asked = (range: string | undefined, ifRange?: string) =>
  askedBytes(1000, etag, { range, ...(ifRange === undefined ? {} : { 'if-range': ifRange }) });

describe('a range of bytes', () => {
  it.each([
    ['bytes=0-0', { start: 0, end: 0 }],
    ['bytes=0-499', { start: 0, end: 499 }],
    ['bytes=500-', { start: 500, end: 999 }],
    ['bytes=900-5000', { start: 900, end: 999 }],
    ['bytes=-1', { start: 999, end: 999 }],
    ['bytes=-5000', { start: 0, end: 999 }],
    [' bytes=10-20 ', { start: 10, end: 20 }],
  ])('reads %s', (range, bytes) => {
    expect(asked(range)).toEqual(bytes);
  });

  it.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0'])('knows that %s asks for nothing that is there', (range) => {
    expect(asked(range)).toBe('none');
  });

  it('knows that nothing has no first and no last byte', () => {
    for (const range of ['bytes=0-', 'bytes=0-0', 'bytes=-5']) expect(askedBytes(0, etag, { range })).toBe('none');
  });

  it.each([undefined, '', 'bytes=', 'bytes=-', 'items=0-1', 'bytes=0-1,5-6', 'bytes=5-2', 'bytes=a-b', 'bytes=0x1-2'])(
    'gives everything for %s',
    (range) => {
      expect(asked(range)).toBe('all');
    },
  );

  it('counts only while If-Range names the very content', () => {
    expect(asked('bytes=0-1', etag)).toEqual({ start: 0, end: 1 });
    expect(asked('bytes=0-1', '"other"')).toBe('all');
    expect(asked('bytes=0-1', `W/${etag}`)).toBe('all');
    expect(asked('bytes=0-1', 'Sun, 22 Nov 2026 08:00:00 GMT')).toBe('all');
  });

  it('never reaches beyond the content, whatever is asked', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d{0,5}-\d{0,5}$/)), (size, range) => {
        const bytes = askedBytes(size, etag, { range });
        if (bytes === 'all' || bytes === 'none') return true;
        return bytes.start >= 0 && bytes.start <= bytes.end && bytes.end < size;
      }),
    );
  });
});

describe('a content that is known', () => {
  it.each([etag, `W/${etag}`, `"x", ${etag}`, '*'])('is found in %s', (header) => {
    expect(isKnown(etag, header)).toBe(true);
  });
  it.each([undefined, '', '"x"', 'abc'])('is not found in %s', (header) => {
    expect(isKnown(etag, header)).toBe(false);
  });
});
