/** One measured figure and what it is held against. */
export interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The value may not pass it; null where the figure is only reported. */
  readonly limit: number | null;
  /** The same work done another way, beside it in the same run. */
  readonly peer?: Peer;
}

/** What else did the work, its figure in the same unit, and how many times as much the value may be. */
export interface Peer {
  readonly name: string;
  readonly value: number;
  readonly most: number | null;
}
