import type { SettledDate } from '../dates/settled-dates.ts'
import type { Sentence } from '../outline.ts'
import type { PersonMention } from '../people/person-mention.ts'
import { koreanDue, koreanEnd, koreanOwner } from './korean-owner.ts'

// The actor precedes the action: « Cités Unies France enverra », “The Association to send”.
const does =
  /(?: ne)?(?: se| s'| y| en| lui| leur)? ?(?:\b(?!\p{L}*(?:opera|camera|extra|ultra)\b)\p{L}{2,}(?:[eiudtv]ra|rra|[eiudtv]ront|rront)\b|\b(?:to|will|shall|should|agreed to|undertakes? to) \p{L}+|\b(?:est|sont) (?:chargee?s?|invitee?s?|prie[es]*|mandatee?s?|priee?s?)\b|\b(?:adresse|envoie|envoient|transmet|transmettent|communique|redige|prepare|organise|met|mettent|publie|etablit|etablissent|fournit|fournissent|diffuse|appelle|contacte|dresse|partage|rassemble|relance|finalise|convoque|invite|propose|reserve|verifie|recense|collecte|actualise|complete|traduit|accueille|heberge|tient|assure|anime|pilote|coordonne|se charge|s'engage|s'occupe|prend|prennent|fait|font|ouvre|lance|cree|saisit|sollicite|signe|remet|rend|reprend|revoit|elabore|rencontre|ecrit|interroge|demande|presente|soumet|convient|circule|arrete|consulte|suit|poursuit|chiffre|recherche|identifie)(?:nt)?\b)/u
const lead =
  /^(?:(?:d|n°)? ?\d+(?:\.\d+)*[.) -]*|[a-z][.)] |[-•*] ?)?(?:il (?:est|a ete) (?:decide|convenu|acte|entendu|arrete) (?:que |qu'|: ?)?)?/u

/**
 * Who is responsible for a decision in a sentence: a person by the whole name, or the body that is its subject or is in brackets at
 * its end.
 */
export function ownerOf(sentence: Sentence, persons: readonly PersonMention[]): string | null {
  const { unit, start, text, plain } = sentence
  const from = lead.exec(plain)?.[0].length ?? 0
  const verb = does.exec(plain.slice(from))
  const until = verb ? from + verb.index : 0
  const inside = persons
    .filter((person) => person.unit === unit && person.start >= start && person.end <= sentence.end)
    .sort((a, b) => a.start - b.start)
  const subject = inside.find((person) => person.start - start >= from && person.end - start <= until)
  if (subject) return wholeName(subject, persons)
  const korean = koreanOwner(sentence)
  if (korean) return korean
  const charged = /(?:charge|confie|revient|est confiee?) (?:a|de|d')? ?/u.test(plain) ? inside[0] : undefined
  const said = verb && until - from < 90 ? subjectIn(text.slice(from, until)) : null
  if (said) return said
  if (charged) return wholeName(charged, persons)
  const bracket =
    /\(([^()\d]{3,60})\)\s*[.;]?\s*$/u.exec(text)?.[1] ??
    /\bpar (l[ae’'] ?[^.;,()\d]{3,50}?)(?= (?:d[èe]s|avant|pour|en|au)\b|[.;,]|$)/u.exec(text)?.[1]
  if (bracket && !/éch[ée]ance|due|avant/iu.test(bracket)) return bracket.trim()
  return inside[0] ? wholeName(inside[0], persons) : null
}

function subjectIn(words: string): string | null {
  const subject = words.trim().replace(/[,:;]+$/u, '')
  if (subject.length < 3 || /^(?:il|elle|on|nous|ce|cela|qui|it|this|we)\b/iu.test(subject)) return null
  // « Saisir la Métropole sur la collecte »: what is to be done, and not who.
  if (/^\p{L}{2,}(?:er|ir|re)\b/u.test(subject)) return null
  // A passive sentence or a thing as subject has no owner: « la prochaine réunion se tiendra ».
  if (things.test(subject)) return null
  return subject.replace(/^(?:La|Le|L[’']|Les|la|le|l[’']|les|The|the) ?(?=\p{Lu})/u, '')
}

const things =
  /^(?:la|le|l[’']|les|une?|des|the|a) ?(?:prochaine?s?|d[ée]bat|discussion|[ée]change|tableau|liste|film|document|compte rendu|r[ée]union|s[ée]ance|rencontre|note|fiche|questionnaire|site|calendrier|date|feuille|groupe de travail|rapport|dossier|next|list|meeting)\b/iu

/** The whole name of a person who is named by surname. */
export function wholeName(person: PersonMention, persons: readonly PersonMention[]): string {
  if (!person.isPartial && person.name.includes(' ')) return person.name
  const surname = ` ${person.name}`.toLowerCase()
  const whole = persons.find(
    ({ name, isPartial }) => !isPartial && ` ${name}`.toLowerCase().endsWith(surname) && name !== person.name,
  )
  return whole?.name ?? person.name
}

const announces = /(?:avant|d'ici|pour|echeance|delai|au plus tard|by|before|due|until|le)[^\d.;]{0,24}$/u

/** The day by which it is due: preferably one after a word that announces a deadline. */
export function dueOf(sentence: Sentence, dates: readonly SettledDate[]): string | null {
  const inside = dates.filter(
    ({ start, end, edtf }) => start >= sentence.start && end <= koreanEnd(sentence) && edtf !== null,
  )
  const plain = sentence.unit.plain
  const announced = inside.findLast(({ start }) =>
    announces.test(plain.slice(Math.max(sentence.start, start - 34), start)),
  )
  return (koreanDue(inside, plain) ?? announced ?? inside.at(-1))?.edtf ?? null
}
