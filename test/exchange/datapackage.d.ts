/** The part of the package that the tests use; it brings no types of its own. */
declare module 'datapackage' {
  export interface Resource {
    readonly name: string;
    readonly errors: readonly Error[];
    readonly read: (options: {
      readonly relations?: boolean;
      readonly keyed?: boolean;
    }) => Promise<readonly unknown[]>;
  }
  export interface Package {
    readonly valid: boolean;
    readonly errors: readonly Error[];
    readonly resources: readonly Resource[];
  }
  export const Package: {
    readonly load: (descriptor: string | Record<string, unknown>) => Promise<Package>;
  };
}
