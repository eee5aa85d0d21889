/** Whose copy of which form: what is kept in a browser belongs to one account. */
export interface SubmissionKey {
  readonly account: number;
  readonly submission: number;
}
