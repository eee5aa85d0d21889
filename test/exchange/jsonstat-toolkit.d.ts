/** The part of the package that the tests use; it brings no types of its own. */
declare module 'jsonstat-toolkit' {
  interface Cell {
    readonly value: number | null;
    readonly status: string | null;
  }
  interface Dataset {
    readonly class: string;
    readonly n: number;
    readonly label: string;
    readonly role: Readonly<Record<string, readonly string[]>>;
    readonly Data: (place: Readonly<Record<string, string>>) => Cell | readonly Cell[];
    readonly Dimension: (id: string) => {
      readonly Category: (id: string) => { readonly label: string; readonly unit: unknown };
    };
  }
  export default function JSONstat(answer: unknown): Dataset;
}
