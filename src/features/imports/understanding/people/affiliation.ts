import type { PersonMention } from './person-mention.ts'
import { latinRole } from './roles.ts'

const roleStart = new RegExp(
  `^,? ?(?:\\(|: ?|, ?|- )?((?:(?:le|la|l'|the) ?)?${latinRole}[^;()]{0,110})`,
  'u',
)
const roleBefore = new RegExp(
  `((?:${latinRole})[^.;:()]{0,110}?),? ?(?:(?:monsieur|madame|m\\.|mme|mr|ms) )?$`,
  'u',
)

/** The role and the organisation of a person, from the words around the name. */
export function affiliationOf(mention: PersonMention): { role: string | null; organisation: string | null } {
  const { unit, start, end } = mention
  const { text } = unit.passage
  const after = text.slice(end, end + 130)
  const bracket = /^ ?\(([^)]{3,80})\)/u.exec(after)
  if (/[가-힣]/.test(text.slice(start, end + 20))) return korean(mention)
  const follows = roleStart.exec(unit.plain.slice(end, end + 130))
  const precedes = roleBefore.exec(unit.plain.slice(Math.max(0, start - 130), start))
  const said = follows
    ? text.slice(end + follows[0].length - (follows[1] ?? '').length, end + follows[0].length)
    : precedes
      ? text.slice(start - precedes[0].length, start)
      : null
  const [role, organisation] = said === null ? [mention.role, null] : splitRole(said)
  return {
    role,
    organisation: organisation ?? (bracket?.[1] && !follows?.[0].startsWith(' (') ? bracket[1].trim() : null),
  }
}

/** « Maire de Strasbourg » → its role and what it is the role of. */
function splitRole(said: string): [string | null, string | null] {
  const words = said
    .replace(/,? ?(?:Monsieur|Madame|M\.|Mme)\s*$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[,:( –-]+|[,:( –-]+$|(?<=\p{L}{3})\.$/gu, '')
  const cut =
    words.split(
      /,(?= )| (?=(?:rappelle|indique|souligne|précise|explique|présente|ouvre|remercie|propose|ajoute|confirme|a |ont |est |s[’']est ))/u,
    )[0] ?? words
  const of =
    /^(.{4,}?) (?:de la |du |de l[’']|des |d[’']|de |à la |au |à l[’']|of the |of |at )((?:Ville|Région|Département|Métropole|Communauté|Agglomération|Université|Chambre|Association|\p{Lu}).*)$/su.exec(
      cut,
    )
  if (!of) return [cut === '' ? null : cut.slice(0, 120), null]
  return [(of[1] ?? cut).trim(), (of[2] ?? '').trim() || null]
}

function korean({ unit, start, end, role, organisation }: PersonMention): {
  role: string | null
  organisation: string | null
} {
  if (role !== null || organisation !== null) return { role, organisation }
  const { text } = unit.passage
  const before =
    /([가-힣A-Za-z]+(?:시|도|군|구|협의회|연합|대사관|외교부|청|의회|대학교|재단))\s*(?:[가-힣]+ )?$/u.exec(
      text.slice(Math.max(0, start - 40), start),
    )
  // Only brackets after a name belong to it: the words that follow in a list are other names.
  const after = /^ ?[(（]([가-힣·A-Za-z ]{2,30})[)）]/u.exec(text.slice(end, end + 50))
  return { role: role ?? after?.[1] ?? null, organisation: before?.[1] ?? null }
}
