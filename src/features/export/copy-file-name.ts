const longest = 40;

/** `patchbook-pillgwenlly-2026-11-22.json`, in letters every system takes. */
export function copyFileName(registerName: string, day: string): string {
  const register = registerName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longest);
  return ['patchbook', register, day].filter(Boolean).join('-').concat('.json');
}
