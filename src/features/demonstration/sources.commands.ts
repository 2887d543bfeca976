import type { Context } from '../../platform/context/context.ts'
import { addSource } from '../registry/sources/index.ts'
import { type Demonstration, localize } from './demonstration-files.ts'

/** Adds the sources of a demonstration to its network. Returns their ids by slug, those known before included. */
export async function seedSources(
  context: Context,
  networkId: string,
  { sources, known_on }: Demonstration['sources'],
  known: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  const ids = new Map(known)
  // A source that retells another comes after it.
  for (const source of [...sources].sort((a, b) => Number(a.about !== null) - Number(b.about !== null))) {
    const id = await addSource(context, networkId, {
      slug: source.slug,
      kind: source.kind,
      title: localize(source.title),
      note: localize(source.note),
      language: source.language,
      publisher: source.publisher,
      published: source.published,
      url: source.url,
      retellsId: source.about ? (ids.get(source.about) ?? null) : null,
      knownOn: source.known_on ?? known_on,
    })
    ids.set(source.slug, id)
  }
  return ids
}
