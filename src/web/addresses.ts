/** Returns the address of a clause, or of the plan where no clause is chosen. */
export function clausePath(id: string | null, find = ''): string {
  const path = id === null ? '/plan' : `/plan/${encodeURIComponent(id)}`;
  return find ? `${path}?find=${encodeURIComponent(find)}` : path;
}

/** Returns the address of an agency by its printed name. */
export function agencyPath(name: string): string {
  return `/agencies/${encodeURIComponent(name)}`;
}

/** Returns the address of a search. */
export function searchPath(words: string): string {
  return `/search?q=${encodeURIComponent(words)}`;
}

/** Returns the address of a named project among the others. */
export function projectPath(title: string): string {
  return `/commitments?q=${encodeURIComponent(title)}#projects`;
}

/** Returns the address of a place. */
export function territoryPath(id: string): string {
  return `/territories/${encodeURIComponent(id)}`;
}

/** Returns the address of an indicator. */
export function indicatorPath(id: string): string {
  return `/indicators/${encodeURIComponent(id)}`;
}

/** Returns the address of signing in, which leads back to an address of ours. */
export function signInPath(back: string): string {
  return `/sign-in?to=${encodeURIComponent(back)}`;
}

/** Returns the address of a submission as those see it who review, publish or coordinate. */
export function reviewPath(id: number): string {
  return `/review/${id}`;
}

/** Returns the address of a round. */
export function roundPath(id: number): string {
  return `/rounds/${id}`;
}
