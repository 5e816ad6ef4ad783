/** Ends a switch over a union: a new member becomes a compile error here. */
export function exhaustive(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
