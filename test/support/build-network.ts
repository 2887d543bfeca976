import { addNetwork, type NewNetwork } from '../../src/features/networks/commands.ts'
import type { Context } from '../../src/platform/context/context.ts'

// As many digits from the first to the last: what is listed by slug stays in the order in which it was built.
let built = 10_000

export interface BuiltNetwork {
  id: string
  slug: string
}

/** Makes a country group of France and Korea under a slug that no other has; what matters to the test is given. */
export async function buildNetwork(context: Context, given: Partial<NewNetwork> = {}): Promise<BuiltNetwork> {
  const slug = given.slug ?? `group-${++built}`
  const id = await addNetwork(context, {
    name: { fr: `Groupe ${slug}`, ko: `${slug} 그룹`, en: `Group ${slug}` },
    countries: ['FR', 'KR'],
    languages: ['fr', 'ko', 'en'],
    ...given,
    slug,
  })
  return { id, slug }
}
