/** Reasons to return, by indicator; an empty one is still to be written. */
export type Reasons = Readonly<Record<string, string>>;
