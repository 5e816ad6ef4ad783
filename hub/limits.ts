/** How much one side may ask for. A hall full of phones behind one address still works. */
export interface Limits {
  /** Requests a minute of one address (IPv6: of one /64). */
  readonly perAddress: number;
  /** Requests a minute of one account. */
  readonly perAccount: number;
  /** Tokens that fit nobody, a minute and address; those that fit go on. */
  readonly wrongTokens: number;
  /** Registers asked for, an hour and address. */
  readonly foundings: number;
  /** Registers in all; PATCHBOOK_REGISTERS. */
  readonly registers: number;
  /** Bytes on disk of one circle; beyond, only removals are taken. */
  readonly circleSize: number;
  /** Photos of one register, with those that were removed. */
  readonly photos: number;
  /** Bytes of all photos of one register. */
  readonly photosSize: number;
  /** Milliseconds a request may take to arrive. 8 MiB over a weak line need a while. */
  readonly requestTime: number;
  /** Milliseconds between two signs of life in a long answer. */
  readonly beat: number;
}

export const usualLimits: Limits = {
  perAddress: 6_000,
  perAccount: 1_200,
  wrongTokens: 60,
  foundings: 20,
  registers: 50,
  circleSize: 1_000_000_000,
  photos: 20_000,
  photosSize: 1_000_000_000,
  requestTime: 120_000,
  beat: 25_000,
};

/** Version of the oldest app that is served (`clientVersion`); PATCHBOOK_MIN_CLIENT. */
export const lowestClient = 1;

/** Bytes of a body. */
export const bodySizes = {
  small: 64 * 1024,
  message: 600 * 1024,
  farewell: 96 * 1024,
  photo: 128 * 1024,
  ring: 1_500_000,
  batch: 8 * 1024 * 1024,
} as const;
/** Documents in one request. */
export const mostDocuments = 500;
/** Bytes of documents in one answer; who asks for more is told to ask for fewer at a time. */
export const largestAnswer = 24 * 1024 * 1024;
