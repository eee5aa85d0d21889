import { Package } from 'datapackage';

/**
 * Resolves to what Frictionless Data's own tools find wrong with the package in a ZIP file: its
 * descriptor by the profiles, then every row by its schema, and every foreign key.
 */
export async function packageFaults(file: string): Promise<string[]> {
  const loaded = await Package.load(file);
  const faults = loaded.errors.map((error) => error.message);
  for (const resource of loaded.resources) {
    faults.push(...resource.errors.map((error) => error.message));
    try {
      await resource.read({ relations: true });
    } catch (error) {
      faults.push(...messagesOf(error, resource.name));
    }
  }
  return faults;
}

/** One error may hold many. */
function messagesOf(error: unknown, resource: string): string[] {
  const { message, errors = [] } = error as { message: string; errors?: { message: string }[] };
  return [message, ...errors.map((one) => one.message)].map((text) => `${resource}: ${text}`);
}
