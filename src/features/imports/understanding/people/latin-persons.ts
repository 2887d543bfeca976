import type { Unit } from '../outline.ts'
import { firstNames } from './first-names.ts'
import type { PersonMention } from './person-mention.ts'
import { latinRole } from './roles.ts'

const honorific =
  "(?:Frau|Herr|Señor|Señora|MM?\\.|Mmes?\\.?|Mlles?\\.?|Monsieur|Madame|Mademoiselle|Messieurs|Mesdames|Me|Dr\\.?|Pr\\.?|Mr\\.?|Mrs\\.?|Ms\\.?|Prof\\.|Professor|[Ll]e [Pp]ère|[Ll][’']abbé|MONSIEUR|MADAME|MME|Son Excellence(?: Monsieur| Madame)?|S\\. ?E\\.(?: ?M\\.| ?Mme)?|H\\.E\\.)"
// « Monsieur l'Ambassadeur Fabien Penone », « Mme la Maire »
const title =
  "(?:(?:[lL][’'a-z] ?|the )?(?:Ambassadeur|Ambassadrice|Consule?(?: [Gg]énérale?)?|Maire|Préfète?|Ministre|Président|Présidente|Gouverneur|Directeur|Directrice|Recteur|Ambassador|Mayor|Governor)\\s+)?"
const word = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}]*(?:[-’'’]\\p{L}[\\p{L}\\p{M}]*)*)"
const link = "(?:(?:de la|de|du|des|d[’']|van der|van|von|da|dos|do|di|el|al|ben|bin|ould|le|la)\\s?)"
const named = `${word}(?:[ \\u00a0](?:${link}[ ]?)?${word}){0,4}`

const withHonorific = new RegExp(`(?<![\\p{L}])${honorific}[ \\u00a0]${title}(${named})`, 'gu')
// A name has few words: unbounded, a line of thousands of capitals would be read again from each of them.
const withCapitals =
  /(?<![\p{L}-])(\p{Lu}[\p{Ll}\p{M}]+(?:[- ]\p{Lu}[\p{Ll}\p{M}]+){0,4}[ \u00a0](?:(?:de|du|van|el|al|ben) )?\p{Lu}{2,}[\p{Lu}\p{M}’'-]*(?:[ -]\p{Lu}{2,}[\p{Lu}’'-]*){0,4})(?![\p{L}])/gu
const twoWords = new RegExp(
  `(?<![\\p{L}-])(\\p{Lu}[\\p{Ll}\\p{M}]+(?:-\\p{Lu}[\\p{Ll}\\p{M}]+)*(?:[ \\u00a0](?:${link} ?)?${word}){1,3})`,
  'gu',
)
// « Choi Byeong-su », “Ha Eun-bi”: what ends in -do, -si, -gun or -gu is a place.
const koreanRomanised =
  /(?<![\p{L}-])((?:\p{Lu}\p{Ll}{1,6}|\p{Lu}{2,6}) \p{Lu}\p{Ll}{1,5}-(?!(?:do|si|gun|gu|ri|dong)(?!\p{L}))\p{Ll}{2,6})(?![\p{L}-])/gu
// « **Clotilde Marchesseau, Grand Poitiers.** » before her words.
const leadName = new RegExp(
  `^(?:Père |Sœur |Dr |Pr )?(\\p{Lu}[\\p{Ll}\\p{M}]+(?:-\\p{Lu}[\\p{Ll}\\p{M}]+)*(?:[ \\u00a0](?:${link} ?)?${word}){1,3})(?=,| ?\\()`,
  'u',
)
// « De : Luce Ferrandier », « Contact : Doriane Pellerin »
const afterLabel = new RegExp(
  `(?:(?:^|[\\s>(])(?:Animation|Modération|De|From|Cc|À|To|Contact(?: presse)?|Media contact|Rédaction|Rédigé par|Rapporteure?|Photos?|Par|By|Minutes taken by|Chair|Interprète|Présidence|Présidente?|Secrétaire|Référente?|Correspondante?) ?: ?|(?<![\\p{L}])(?:[ÉéEe]tablie?|[Rr]édigée?|[Nn]ot[ée]e?s?) par )(\\p{Lu}[\\p{Ll}\\p{M}]+(?:-\\p{Lu}[\\p{Ll}\\p{M}]+)*(?:[ \\u00a0](?:${link} ?)?${word}){1,3})`,
  'gu',
)
const leadingWords =
  /^(?:Par|Avec|Selon|Pour|Et|Mais|Puis|With|Through|By|From|And|Le|La|Les|De|Chez|Dixit|Merci|Bonjour|Cher|Chère|Dear)[ \u00a0]/u
// “Councillor Thandeka Mokwena”, « Maître Yves Lacaze »
const leadingRole =
  /^(?:Councillor|Councilor|Mayor|Alderman|Ambassador|President|Governor|Minister|Senator|Consul|Chair|Chairman|Chairwoman|Director|Secretary|Professor|Doctor|Sir|Lord|Maire|Maître|Docteur|Professeur|Président|Présidente|Ambassadeur|Ambassadrice|Préfet|Préfète|Sénateur|Sénatrice|Député|Députée|Gouverneur|Ministre)[ \u00a0]/u
const rolePlain = new RegExp(`^,? ?(?:\\(|,|:)? ?(?:(?:le|la|l'|the) ?)?${latinRole}`, 'u')
const adjacentRole = new RegExp(
  `(?:${latinRole})(?: (?:general|generale|municipal|municipale|regional|regionale|adjoint|adjointe|delegue|deleguee))?,? $`,
  'u',
)
// « le vice-maire de Dalian, Shen Guodong, »
const apposedRole = new RegExp(`(?:${latinRole})(?: [^.;:,]{0,50})?, $`, 'u')
// « », sourit Fatou Ndiaye », « sera remplacé par Lucile Trémoulet », “Write to Juliana Pimenta”
const ledTo =
  /(?:["»,”] ?(?:a |s'|se )?(?:dit|dixit|sourit|explique|raconte|confie|souligne|resume|ajoute|lance|glisse|soupire|plaisante|assure|rappelle|precise|conclut|commente|temoigne|estime|rejouit|insiste|se souvient|says|said|adds|added|explains|explained|recalls|recalled|noted)(?: alors| aussi| en riant| avec [a-z]+)?|\bhomologues?(?: \p{L}{4,14})?|\b(?:contact|remplacee?s? par|redigee?s? par|traduite?s? par|interpretee?s? par|conduite?s? par|menee? par|dirigee?s? par|emmenee?s? par|presidee?s? par|lue?s? par|ecri(?:re|vez) a|s'adresser a|joindre|contacter|(?:inscriptions?|renseignements?|s'inscrire|rsvp) aupres de|(?:write|apply|speak) to|headed by|led by|chaired by|taken by|drafted by|read out by|replaced by|succeeded by|notre (?:ami|amie|regrettee?|collegue)|our (?:friend|colleague)|(?:le|la|du) (?:sculpteur|peintre|photographe|pianiste|musicien|musicienne|ecrivain|romanciere|poete|boulanger|institutrice|instituteur|benevole|stagiaire|volontaire)s?)) $/u
const isRoleWord = new RegExp(
  `^(?:le|la|les|l|un|une|the|ville|region|son|sa|relations|affaires|${latinRole})$`,
  'u',
)

/** Persons that a passage in Latin letters names, in reading order. */
export function latinPersons(unit: Unit): PersonMention[] {
  const { text } = unit.passage
  const found: PersonMention[] = []
  const add = (start: number, given: string) => {
    const name = trimName(given)
    const end = start + name.length
    if (
      name.length < 2 ||
      /^\p{Ll}/u.test(name) ||
      found.some((each) => start < each.end && each.start < end)
    )
      return
    found.push({ unit, start, end, name, isPartial: isSurname(name), role: null, organisation: null })
  }
  for (const match of text.matchAll(withHonorific))
    add(match.index + match[0].length - (match[1] ?? '').length, match[1] ?? '')
  if (!isCapitals(text)) {
    for (const match of text.matchAll(withCapitals))
      if (
        isPersonName(match[1] ?? '') &&
        !isRoleWord.test(firstWord(match[1] ?? '')) &&
        !isAcronymAfterWord(match[1] ?? '')
      )
        add(match.index, match[1] ?? '')
  }
  for (const { start, end } of unit.passage.strong) {
    const lead = start < 4 ? leadName.exec(text.slice(start, end)) : null
    if (lead?.[1] && isPersonName(lead[1]) && !isRoleWord.test(firstWord(lead[1])))
      add(start + lead[0].indexOf(lead[1]), lead[1])
  }
  for (const match of text.matchAll(koreanRomanised))
    if (isPersonName(match[1] ?? '')) add(match.index, match[1] ?? '')
  for (const match of text.matchAll(afterLabel))
    if (isPersonName(match[1] ?? ''))
      add(match.index + match[0].length - (match[1] ?? '').length, match[1] ?? '')
  for (const match of text.matchAll(twoWords)) {
    const whole = match[1] ?? ''
    const given = whole.replace(leadingWords, '').replace(leadingRole, '')
    const first = firstWord(given)
    const start = match.index + whole.length - given.length
    const end = start + given.length
    const follows = unit.plain.slice(end, end + 80)
    const isFirst = firstNames.has(first)
    const isIntroduced = /^,/.test(follows) && rolePlain.test(follows)
    const before = unit.plain.slice(Math.max(0, start - 90), start)
    // « le sergent Marcel Hutin, mort en 1951 »
    if (/^,? (?:mort|morte|decedee?|tombee?|tuee?|died|killed)\b/u.test(follows)) continue
    const isApposed = /^,/.test(follows) && apposedRole.test(before)
    const isTitled =
      adjacentRole.test(before) ||
      isApposed ||
      /\b(?:cher|chere|dear) $/.test(before) ||
      ledTo.test(before) ||
      (whole !== given && leadingRole.test(whole))
    if (!/[ \u00a0]/.test(given)) continue
    // « Capucine Dravet, Département de la Savoie – Avec la Province… »: the speaker and the body.
    const speaks = start === 0 && /^(?:, | \()\p{Lu}[^.;–—]{3,60} ?[–—] ?\p{Lu}/u.test(text.slice(end))
    if (
      isFirst || speaks
        ? isPersonName(given)
        : (isIntroduced || isTitled) && isPersonName(given) && !isRoleWord.test(first)
    )
      add(start, given)
  }
  for (const { start, name } of listedBeside(text, found))
    if (isPersonName(name) && !isRoleWord.test(firstWord(name))) add(start, name)
  return found.sort((a, b) => a.start - b.start)
}

// « En ligne : Hugo Vial-Perrachon (Lyon), Emeric Chatelus (SEDIF) »: brackets after one name of a list show that the others are names too.
function listedBeside(text: string, found: readonly PersonMention[]): { start: number; name: string }[] {
  const items = Array.from(text.matchAll(twoWords), (match) => ({ start: match.index, name: match[1] ?? '' }))
    .filter(({ name }) => /[ \u00a0]/.test(name))
    .filter(({ start }) => /(?:^|: |\), |\) ; |\) et )$/u.test(text.slice(0, start)))
    .filter(({ start, name }) => /^ \(/.test(text.slice(start + name.length)))
  const isKnown = items.some(({ start }) => found.some((each) => each.start === start))
  return isKnown && items.length > 1 ? items : []
}

const firstWord = (name: string) =>
  (name.split(/[ \u00a0’'-]/)[0] ?? '').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const bodyWords =
  /\b(?:ville|grand|region|province|metropole|agglomeration|commune|departement|universite|association|institut|ecole|chambre|agence|maison|centre|office|comite|conseil|groupe|forum|festival|route|annee|france|coree|cites|unies|international|hotel|salon|place|rue|saint(?!-)|sainte(?!-)|prefecture|cabinet|nord|sud|est|ouest|loire|alpes|mer|communaute|federation|union|syndicat|city|university|council|committee|board|trust|society|twinning|republique|sommaire|compte|rendu|allocution|discours|gare|inp|cci|excellence|maire|president|conseiller|directeur|delegue|relations|mairie|jardin|parc|ambassade|service|bureau|direction|consulat|ministere|embassy|pont|port|fort|vieux|fetes|semaine)\b/i

/** Whether words in capitals may be a person's name: none of them is of an office, a body or a place. */
export function isPersonName(name: string): boolean {
  return !bodyWords.test(name.normalize('NFD').replace(/\p{M}/gu, '')) && name.length < 60
}

// “Through CLAIR”, “With UTBM”
function isAcronymAfterWord(name: string): boolean {
  const last = name.split(/[ \u00a0]/).at(-1) ?? ''
  return leadingWords.test(name) || (last.length <= 5 && !firstNames.has(firstWord(name)))
}

const isCapitals = (text: string) => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters > 0 && (text.match(/\p{Lu}/gu)?.length ?? 0) > letters * 0.7
}

// « Mme Le Mentec »: a surname with its article.
const isSurname = (name: string) =>
  !/[ \u00a0]/u.test(name.replace(/^(?:Le|La|De|Du|Des|El|Al|Van|Von|Ben|Da|Di)[ \u00a0]/u, ''))

// A capital that begins the next sentence, or a role written with one, is not part of the name.
function trimName(given: string): string {
  const words = given.split(/(?<=[ \u00a0])/u)
  const kept: string[] = []
  for (const each of words) {
    const bare = each.trim()
    if (
      kept.length > 0 &&
      /^(?:Président|Présidente|Maire|Adjoint|Adjointe|Conseiller|Conseillère|Directeur|Directrice|Ville|Région|Département|Métropole|Il|Elle|Chef|Secrétaire|Secrétariat|Excusée?s?|Absente?s?|Présente?s?|Pouvoirs?|Invitée?s?|Copie|Tél|Objet|Permanence|Contact|Courriel|Adresse|Horaires|Bureau|Email|E-mail|Site|Siège|Apologies|Mme|M\.|MM\.|Monsieur|Madame)$/u.test(
        bare,
      )
    )
      break
    kept.push(each)
    if (/\p{L}{3,}\.$/u.test(bare)) break
  }
  return kept
    .join('')
    .replace(/[ \u00a0.,]+$/u, '')
    .replace(/[’']s$/u, '')
    .replace(/[ \u00a0](?:de|du|des|la|le|el|al|d[’'])$/u, '')
}
