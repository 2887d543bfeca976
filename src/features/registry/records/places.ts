import type { CooperationParts } from './queries.ts'

/**
 * The place of a fact in a cooperation’s record, from the subject and field that evidence names: `themes/culture` becomes `themes/2`. Null
 * if the fact is not known yet on the day of the record.
 */
export function placeOf(parts: CooperationParts, subjectId: string, field: string): string | null {
  const { agreements, activities, notes } = parts
  if (subjectId === parts.cooperation.id) return placeInTie(parts, field)
  const agreement = agreements.findIndex((each) => each.id === subjectId)
  if (agreement >= 0)
    return field === 'agreement' ? `agreements/${agreement}` : `agreements/${agreement}/${field}`
  const activity = activities.findIndex((each) => each.id === subjectId)
  if (activity >= 0)
    return field === 'activity' ? `activities/${activity}` : `activities/${activity}/${field}`
  const note = notes.find((each) => each.id === subjectId)
  if (note?.kind === 'figure') return `figures/${figuresOf(parts).indexOf(note)}`
  if (note?.kind === 'resource') return `resources/${resourcesOf(parts).indexOf(note)}`
  return null
}

export function themesOf({ details }: Pick<CooperationParts, 'details'>, wished: boolean) {
  return details.themes.filter((each) => each.wished === wished).map((each) => each.theme)
}

export function figuresOf({ notes }: Pick<CooperationParts, 'notes'>) {
  return notes.filter((note) => note.kind === 'figure')
}

export function resourcesOf({ notes }: Pick<CooperationParts, 'notes'>) {
  return notes.filter((note) => note.kind === 'resource')
}

function placeInTie(parts: CooperationParts, field: string): string | null {
  const [list, key = ''] = field.split('/')
  const { actors, prospects } = parts.details
  switch (list) {
    case 'themes':
      return at('themes', themesOf(parts, false), key) ?? at('wished_themes', themesOf(parts, true), key)
    case 'actors':
      return at(
        'actors',
        actors.map((actor) => actor.slug),
        key,
      )
    case 'prospects':
      return at(
        'prospects',
        prospects.map((prospect) => String(prospect.position)),
        key,
      )
    case 'inheritance':
      return 'inherited'
    default:
      return field
  }
}

function at(list: string, keys: string[], key: string): string | null {
  const index = keys.indexOf(key)
  return index < 0 ? null : `${list}/${index}`
}
