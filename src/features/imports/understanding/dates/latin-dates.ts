import {
  type DateRule,
  exactly,
  fromText,
  inUnsaidYear,
  partOfMonth,
  pointOf,
  pointRead,
  spanRead,
  told,
} from './date-mention.ts'
import { latinNumbers, numberOf } from './number-words.ts'

const months = [
  'janvier|janv\\.?|january|jan\\.?',
  'fevrier|fevr\\.?|february|feb\\.?',
  'mars|march|mar\\.',
  'avril|avr\\.?|april|apr\\.?',
  'mai|may',
  'juin|june|jun\\.?',
  'juillet|juil\\.?|july|jul\\.?',
  'aout|august|aug\\.?',
  'septembre|sept\\.?|september|sep\\.?',
  'octobre|october|oct\\.?',
  'novembre|november|nov\\.?',
  'decembre|december|dec\\.?',
]
const month = `(${months.join('|')})`
const year = '((?:1[5-9]|20)\\d{2})'
const day = '(\\d{1,2})(?: ?(?:er|st|nd|rd|th)\\b)?'
const weekday =
  '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day),? )?'
const dash = '(?: ?- ?| ?/ ?| au | a | et | to | and |, )'
const of = "(?: de l'annee | de l'an |,? of | de |, | )"

const monthOf = (name: string | undefined): number =>
  months.findIndex((pattern) => new RegExp(`^(?:${pattern})$`).test(name ?? '')) + 1

const needs: readonly (readonly [part: string, need: RegExp])[] = [
  [month, /jan|fe[vb]|ma[riy]|avr|apr|ju[inl]|aout|aug|sep|oct|nov|dec/],
  [year, /(?:1[5-9]|20)\d\d/],
  [day, /\d/],
]

const rule = (source: string, read: DateRule['read']): DateRule => ({
  needs: needs.flatMap(([part, need]) => (source.includes(part) ? [need] : [])),
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'gu'),
  read,
})

/** Dates in French and English, over plain copies; longer patterns before those they contain. */
export const latinDates: readonly DateRule[] = [
  // « du 3 mars au 5 avril 2017 », « 3–5 octobre 2017 »
  rule(
    `${weekday}${day} ${month}${dash}(?:le )?${weekday}${day} ${month}${of}${year}`,
    ([d, m, e, n, y = '']) => spanRead(pointOf(y, monthOf(m), d), pointOf(y, monthOf(n), e)),
  ),
  rule(`${weekday}${day}${dash}(?:le )?${weekday}${day} ${month}${of}${year}`, ([d, e, m, y = '']) =>
    spanRead(pointOf(y, monthOf(m), d), pointOf(y, monthOf(m), e)),
  ),
  rule(`${weekday}${day}(?: of)? ${month}${of}${year}`, ([d, m, y = '']) => pointRead(y, monthOf(m), d)),
  rule(`${weekday}${month} ${day}${dash}${day},? ${year}`, ([m, d, e, y = '']) =>
    spanRead(pointOf(y, monthOf(m), d), pointOf(y, monthOf(m), e)),
  ),
  rule(`${weekday}${month} ${day},? ${year}`, ([m, d, y = '']) => pointRead(y, monthOf(m), d)),
  rule(`${year}[-./](\\d{1,2})[-./](\\d{1,2})`, ([y = '', m, d]) => pointRead(y, m, d)),
  rule(`(\\d{1,2})[-./](\\d{1,2})[-./]${year}`, ([d, m, y = '']) => pointRead(y, m, d) ?? pointRead(y, d, m)),
  rule(`${year}-(0[1-9]|1[0-2])`, ([y = '', m]) => pointRead(y, m)),
  rule(`(0?[1-9]|1[0-2])/${year}`, ([m, y = '']) => pointRead(y, m)),
  // « avril et mai 2017 », « septembre-octobre 2016 »
  rule(`${month}${dash}${month}${of}${year}`, ([m, n, y = '']) =>
    spanRead(pointOf(y, monthOf(m)), pointOf(y, monthOf(n))),
  ),
  rule(`${month}${of}${year}${dash}${month}${of}${year}`, ([m, y = '', n, z = '']) =>
    spanRead(pointOf(y, monthOf(m)), pointOf(z, monthOf(n))),
  ),
  rule(
    `(debut|courant|mi|fin|early|mid|late|beginning of|end of)(?: du mois)?(?: de | d'|-| in | )${month}${of}${year}`,
    ([part = '', m, y = '']) => partOfMonth(part, y, monthOf(m)),
  ),
  rule(`${month}${of}${year}`, ([m, y = '']) => pointRead(y, monthOf(m))),
  rule(
    `(printemps|ete|automne|hiver|spring|summer|autumn|fall|winter)${of}${year}(?:-\\d{2,4})?`,
    ([season = '', y = '']) => exactly(`${y}-${seasonOf(season)}`),
  ),
  rule(
    `(1er|premier|2e|2eme|second|deuxieme|3e|3eme|troisieme|4e|4eme|quatrieme|dernier|first|second|third|fourth|last) (trimestre|semestre|quarter|half)${of}${year}`,
    ([which = '', part = '', y = '']) => exactly(`${y}-${partOfYear(which, part)}`),
  ),
  rule(
    `(?:debut|mi|fin|courant|early|mid|late|beginning of|end of)(?: de | d'|-| in | )${year}`,
    ([y = '']) => exactly(y),
  ),
  rule(`annees? (19|20)?(\\d)0`, ([century = '19', tens]) => exactly(`${century}${tens}X`)),
  rule(
    `(?:de |entre |from |between )?${year}(?: ?- ?| ?/ ?| a | et | au | to | and )${year}`,
    ([y = '', z = '']) =>
      Number(z) - Number(y) > 0 && Number(z) - Number(y) < 60 ? exactly(`${y}/${z}`) : null,
  ),
  rule(`${year}-(\\d{2})(?!-?\\d)`, ([y = '', z = '']) =>
    Number(z) === (Number(y) + 1) % 100 ? exactly(`${y}/${Number(y) + 1}`) : null,
  ),
  rule(year, ([y = '']) => exactly(y)),

  // Dates that refer to another date.
  rule(
    `(${latinNumbers}|\\d{1,2}) (?:ans?|annees?|years?) (?:plus tard|later|(?:apres|after)(?!,? (?:le|la|les|l'|son|sa|the|its) ))`,
    ([n]) => told(numberOf(n)),
  ),
  rule(
    `(${latinNumbers}|\\d{1,2}) (?:ans?|annees?|years?) (?:auparavant|plus tot|avant|earlier|before)`,
    ([n]) => told(-numberOf(n)),
  ),
  rule(
    `(?:le )?${day} ${month} (?:de (?:cette(?: meme)?|la meme) annee|of (?:the same|that) year)`,
    ([, m]) => told(0, monthOf(m)),
  ),
  rule(`${month} (?:de (?:cette(?: meme)?|la meme) annee|of (?:the same|that) year)`, ([m]) =>
    told(0, monthOf(m)),
  ),
  rule(`(?:en )?${month} (?:de l'annee suivante|of the following year|suivant)`, ([m]) =>
    told(1, monthOf(m)),
  ),
  rule(
    `(?:(?:l'|d'une )annee suivante|l'annee d'apres|the following year|the next year|the year after)`,
    () => told(1),
  ),
  rule(`(?:la meme annee|cette annee-la|cette meme annee|the same year|that (?:same )?year)`, () => told(0)),
  rule(`(?:l'annee (?:precedente|d'avant)|the (?:previous|preceding) year|the year before)`, () => told(-1)),
  rule(`${month} (?:dernier|passe|ecoule)|last ${month}`, ([m, n]) =>
    inUnsaidYear(`XXXX-${two(monthOf(m ?? n))}`, 'past'),
  ),
  rule(`${month} prochain|next ${month}`, ([m, n]) => inUnsaidYear(`XXXX-${two(monthOf(m ?? n))}`, 'coming')),
  rule(`(?:l'an(?:nee)? (?:dernier|derniere|passe|passee|ecoulee)|last year)`, () => fromText(-1)),
  rule(`(?:l'an(?:nee)? prochain(?:e)?|next year)`, () => fromText(1)),
  rule(`(?:cette annee|this year)`, () => fromText(0)),
  rule(
    `(?:il y a|voici|voila) (${latinNumbers}|\\d{1,2}) ans(?! que)|(${latinNumbers}|\\d{1,2}) years ago`,
    ([n, o]) => fromText(-numberOf(n ?? o)),
  ),
  rule(`(?:le mois dernier|last month)`, () => fromText(0, -1)),
  rule(`(?:le mois prochain|next month)`, () => fromText(0, 1)),
  rule(`${weekday}${day}${dash}(?:le )?${weekday}${day} ${month}`, ([d, e, m]) =>
    Number(d) < Number(e) ? inUnsaidYear(`XXXX-${two(monthOf(m))}-${two(Number(d))}`) : null,
  ),
  rule(`(?:le |du |on )?${weekday}${day} ${month}`, ([d, m]) =>
    inUnsaidYear(`XXXX-${two(monthOf(m))}-${two(Number(d))}`),
  ),
  rule(
    `(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: (?:dernier|prochain|matin|soir|apres-midi))?`,
    ([name = '']) => ({ edtf: null, relative: { to: 'day', weekday: weekdayOf(name), days: 0 } }),
  ),
  rule(`(?:hier|yesterday)`, () => ({ edtf: null, relative: { to: 'day', weekday: null, days: -1 } })),
  rule(`(?:demain|tomorrow)`, () => ({ edtf: null, relative: { to: 'day', weekday: null, days: 1 } })),
  rule(`(?:aujourd'hui|today|ce jour)`, () => ({
    edtf: null,
    relative: { to: 'day', weekday: null, days: 0 },
  })),
  rule(`(debut|mi|fin)(?: de |-| )${month}`, ([, m]) => inUnsaidYear(`XXXX-${two(monthOf(m))}`)),
  rule(`(?:en|depuis|des|in|since) ${month}`, ([m]) => inUnsaidYear(`XXXX-${two(monthOf(m))}`)),
  rule(
    `(?:le |l'|au |a l'|du |ce |cet )?(printemps|ete|automne|hiver) (?:dernier|passe|ecoule)|last (spring|summer|autumn|fall|winter)`,
    ([one, other]) => inUnsaidYear(`XXXX-${seasonOf(one ?? other ?? '')}`, 'past'),
  ),
  rule(
    `(?:le |l'|au |a l'|du |ce |cet )?(printemps|ete|automne|hiver) prochain|next (spring|summer|autumn|fall|winter)`,
    ([one, other]) => inUnsaidYear(`XXXX-${seasonOf(one ?? other ?? '')}`, 'coming'),
  ),
  rule(
    `(?:au (printemps)|(?:a l'|en |cet |pendant l'|l')(ete|automne|hiver)|ce (printemps)|(?:in|this|during) (?:the )?(spring|summer|autumn|winter))(?! (?:et|ou|and|or|de|du|des|meme)\\b)`,
    (found) => inUnsaidYear(`XXXX-${seasonOf(found.find((name) => name !== undefined) ?? '')}`),
  ),
  rule(`(?:au|du|le|ce|courant|tout le) mois d(?:e |')${month}`, ([m]) =>
    inUnsaidYear(`XXXX-${two(monthOf(m))}`),
  ),
  rule(`(?:spent|during|throughout|all) ${month}`, ([m]) => inUnsaidYear(`XXXX-${two(monthOf(m))}`)),
]

const weekdays = [
  'lundi|monday',
  'mardi|tuesday',
  'mercredi|wednesday',
  'jeudi|thursday',
  'vendredi|friday',
  'samedi|saturday',
  'dimanche|sunday',
]
const weekdayOf = (name: string) => weekdays.findIndex((names) => names.split('|').includes(name)) + 1

const two = (number: number) => String(number).padStart(2, '0')

function seasonOf(season: string): number {
  if (/printemps|spring/.test(season)) return 21
  if (/ete|summer/.test(season)) return 22
  return /automne|autumn|fall/.test(season) ? 23 : 24
}

function partOfYear(which: string, part: string): number {
  const order = [
    /1er|premier|first/,
    /2|second|deuxieme/,
    /3|troisieme|third/,
    /4|quatrieme|fourth|dernier|last/,
  ]
  const at = order.findIndex((pattern) => pattern.test(which))
  return /semestre|half/.test(part) ? 40 + Math.min(at, 1) : 33 + at
}
