declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  /** An Express app over databases of this PouchDB. */
  export default function expressPouch(
    pouch: object,
    options: { readonly mode: 'minimumForPouchDB' },
  ): RequestListener;
}
