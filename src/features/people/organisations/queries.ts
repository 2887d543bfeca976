import type { Context } from '../../../platform/context/context.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { FieldError } from '../../../platform/input/form.ts'
import { listMatches, listOrganisations, listOrganisationsBySlug } from '../../directory/index.ts'

export type FoundOrganisations = { ids: string[] } | { error: FieldError }

/** The organisations named in a field, one a line, by slug or by a name that only one of the network's countries' bears. */
export async function lookUpTyped(
  context: Context,
  field: string,
  text: string,
  countries: readonly string[],
): Promise<FoundOrganisations> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const ids: string[] = []
  for (const line of lines.slice(0, most)) {
    const found = await lookUpOne(context, field, line, countries)
    if ('error' in found) return found
    ids.push(...found.ids)
  }
  return { ids: [...new Set(ids)] }
}

const most = 20

async function lookUpOne(
  context: Context,
  field: string,
  name: string,
  countries: readonly string[],
): Promise<FoundOrganisations> {
  const [bySlug] = await listOrganisationsBySlug(context, [name])
  if (bySlug) return { ids: [bySlug.id] }
  const { hits, asksWhich } = await listMatches(context, { text: name, limit: 10 })
  const records = await listOrganisations(
    context,
    hits.map(({ id }) => id),
  )
  const within = hits.flatMap((hit) => {
    const record = records.find(({ id }) => id === hit.id)
    return record && countries.includes(record.country) ? [{ ...hit, record }] : []
  })
  const [first, ...others] = within
  if (!first || first.score <= 0.5)
    return { error: { field, message: (t) => t('people.organisations.unknown', { name }) } }
  const namesakes = others.filter(({ score }) => score === first.score)
  if (asksWhich && namesakes.length > 0) {
    const candidates = [first, ...namesakes]
      .slice(0, 5)
      .map(({ record }) => `${chooseName(record.name, 'fr').text} (${record.slug})`)
      .join(', ')
    return { error: { field, message: (t) => t('people.organisations.which', { name, candidates }) } }
  }
  return { ids: [first.id] }
}
