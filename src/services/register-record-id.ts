/** The register's own record carries the register's id, in the shape of a UUID. */
export const registerRecordId = (register: string): string =>
  register.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
