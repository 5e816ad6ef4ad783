import { webAddress } from '#base/web-address.ts';
/** What a pack at this address is called; the address itself where it names no file. */
export function packNameOf(address: string): string {
  const last = webAddress(address, location.href)?.pathname.split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(last) || address;
  } catch {
    return last;
  }
}

export const packFileOf = (address: string, content: Blob): File =>
  new File([content], packNameOf(address));
