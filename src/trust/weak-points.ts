import { fromBase64, toHex } from '#base/bytes.ts';

const zero = '00'.repeat(32);
const one = `01${'00'.repeat(31)}`;
/** The field's prime less one, the prime itself and one more: other spellings of -1, 0 and 1. */
const aroundPrime = ['ec', 'ed', 'ee'].map((first) => `${first}${'ff'.repeat(30)}7f`);

/** Little endian, without the top bit: u of X25519's points of small order (RFC 7748, 6.1). */
const smallBoxes = new Set([
  zero,
  one,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  ...aroundPrime,
]);

/** The same for y of Ed25519. */
const smallPoints = new Set([
  zero,
  one,
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  ...aroundPrime,
]);

/**
 * Whether something can be sealed to this key. Any secret shared with a point of small order is
 * zero: such a device would be without its wrap in every epoch, and epochs would never end.
 */
export const isSealable = (base64: string): boolean => {
  const hex = withoutTopBit(base64);
  return hex !== undefined && !smallBoxes.has(hex);
};

/**
 * Whether every browser gives the same answer about a signature with this point (the key, or a
 * signature's first half). Of points of small order and of second spellings some say yes, some
 * no (Chalkias and others, "Taming the many EdDSAs", 2020), and two phones would then hold two
 * different logs.
 */
export const isPlainPoint = (base64: string): boolean => {
  const hex = withoutTopBit(base64);
  return hex !== undefined && !smallPoints.has(hex) && !/^(?:e[d-f]|f.)(?:ff){30}7f$/.test(hex);
};

/** The first 32 bytes in hex. */
function withoutTopBit(base64: string): string | undefined {
  const bytes = fromBase64(base64)?.slice(0, 32);
  if (bytes?.length !== 32) return undefined;
  bytes[31] = (bytes[31] ?? 0) & 0x7f;
  return toHex(bytes);
}
