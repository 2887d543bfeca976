import type { AuthorityMention } from '../names/authority-mention.ts'
import type { Sentence } from '../outline.ts'

/** Authorities that a sentence joins: « A, B et C ». */
export interface Group {
  members: AuthorityMention[]
  start: number
  end: number
  /** Plain text between the group before, or the beginning of the sentence, and this one. */
  before: string
  /** Plain text from its end to the end of the sentence. */
  after: string
}

// None of its words consists of two others, such as « depuis » or « , »: so a gap can be read in one way only.
const joint =
  /^(?:[,;/&·、]|et|ou|puis|enfin|ainsi que|and|as well as|avec|a|de|with|to|celle|celui|la|le|les|l'|the|와|과|및|그리고|ville|villes|commune|communes|en|since|in|du|d'| )*$/u

/** The groups of a sentence; offsets count from the beginning of its passage. */
export function groupsOf(sentence: Sentence, mentions: readonly AuthorityMention[]): Group[] {
  const { plain } = sentence.unit
  const inside = mentions
    .filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
    .filter((mention, at, all) => !saysWhere(plain, all[at - 1], mention))
  const groups: Group[] = []
  for (const mention of inside) {
    const last = groups.at(-1)
    if (
      last &&
      isJoint(plain.slice(last.end, mention.start)) &&
      !beginsClause(mention, last, plain.slice(last.end))
    ) {
      last.members.push(mention)
      last.end = mention.end
      last.after = plain.slice(mention.end, sentence.end)
      continue
    }
    groups.push({
      members: [mention],
      start: mention.start,
      end: mention.end,
      before: plain.slice(last?.end ?? sentence.start, mention.start),
      after: plain.slice(mention.end, sentence.end),
    })
  }
  return groups
}

// « Rimouski (Québec) », “Kadoma, in Osaka Prefecture”: the second only gives the location of the first.
function saysWhere(plain: string, before: AuthorityMention | undefined, mention: AuthorityMention): boolean {
  // « La Région (Aquitaine à l'époque) »
  if (/\($/.test(plain.slice(0, mention.start)) && formerly.test(plain.slice(mention.end, mention.end + 30)))
    return true
  return (
    before !== undefined &&
    before.country !== null &&
    before.country === mention.country &&
    /^(?: \(|, (?:in|en|dans|near) (?:la |le |l'|les |the )?)$/u.test(plain.slice(before.end, mention.start))
  )
}

const formerly = /^,? (?:a l'epoque|alors|autrefois|aujourd'hui|desormais|at the time|then|now|formerly)\b/

// « …pour partenaire B, A a signé avec C », « …avec B, et A, dont la charte… »: an authority of another country, with a statement of
// its own.
function beginsClause({ start, end, country }: AuthorityMention, last: Group, rest: string): boolean {
  const [gap, after] = [rest.slice(0, start - last.end), rest.slice(end - last.end, end - last.end + 30)]
  return /^,/.test(gap) && last.members.every((each) => each.country !== country) && ownVerb.test(after)
}

const ownVerb =
  /^ (?:a|ont|avait|est|sont|etait|fut|travaille|coopere|entretient|dispose|cherche|souhaite|mene|conduit|has|is|was|works)\b|^, (?:dont|qui|whose|which)\b/u

function isJoint(gap: string): boolean {
  const bare = gap
    .replace(/\([^)]*\)/g, ' ')
    // « Bielefeld en Allemagne depuis 1969, Penzance au Royaume-Uni »
    .replace(
      /^ (?:en|au|aux|a la|in) (?:the )?[a-z-]{4,}(?: [a-z-]{3,})?(?=,| depuis| since| et| and|;)/,
      ' ',
    )
    // “Stellenbosch, South Africa, and …”
    .replace(/^,? (?:in |en |au |aux )?[a-z' -]{3,24}(?=,? (?:et|and) )/, ' ')
    // “and the Alsatian town of”
    .replace(
      /\b(?:the|la|le) (?:\p{L}{4,}(?:ian|ish|ese|ch|aise|oise|ienne)|wine|spa|port|small|little|old|petite|grande) ?$/u,
      'the',
    )
    .replace(/\d{1,2}(?:er)? [a-z]+ \d{4}|[a-z]{3,9} \d{4}|\d{4}년?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return (
    gap.length < 90 &&
    joint.test(bare) &&
    /[,;/&·、]|\b(?:et|ou|puis|and|ainsi que|as well as)\b|와|과|및/.test(gap)
  )
}
