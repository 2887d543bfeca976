import { type CountryDays, easter, fixed, type YearlyDay } from './day-rules.ts'
import { frenchElections } from './french-elections.ts'

// Renumbered without a change of its list when the new code came into force.
const labourCode = {
  knownOn: '2008-05-01',
  source: { title: 'Code du travail, art. L. 3133-1', url: null },
}

// Good Friday only where a commune has a Protestant church or a shared one; in practice offices of the three départements close.
const localLaw = {
  knownOn: '2008-05-01',
  source: {
    title: 'Ordonnance du 16 août 1892 ; Code du travail, art. L. 3134-13',
    url: 'https://france3-regions.francetvinfo.fr/grand-est/2012/12/25/le-26-decembre-jour-ferie-en-alsace-moselle-depuis-1892-170579.html',
  },
  regions: ['57', '67', '68'],
}

const abolition = (region: string) => ({
  name: {
    fr: 'Abolition de l’esclavage',
    ko: '노예제 폐지 기념일',
    en: 'Abolition of Slavery',
  },
  knownOn: '2008-05-01',
  source: { title: 'Décret n° 83-1003 du 23 novembre 1983 ; Code du travail, art. L. 3422-2', url: null },
  regions: [region],
})

// Published on 25 April 2012; Saint-Martin observes the day of its own abolition since a circular that neither decree nor code followed.
const decree2012 = {
  knownOn: '2012-04-25',
  source: {
    title: 'Décret n° 2012-553 du 23 avril 2012 ; Code du travail, art. L. 3422-2',
    url: 'http://logbook.memoirestbarth.com/st-barth/9-octobre-officiellement-jour-ferie-ile-saint-barthelemy/',
  },
}
const circular2018 = {
  since: '2018-05-28',
  knownOn: '2018-05-16',
  source: {
    title: 'Circulaire du 4 mai 2018 ; lettre de la Collectivité de Saint-Martin du 16 mai 2018',
    url: 'http://soualigapost.com/fr/comment/18526',
  },
}

const yearly: readonly YearlyDay[] = [
  { on: fixed('01-01'), name: { fr: 'Jour de l’An', ko: '새해 첫날', en: 'New Year’s Day' }, ...labourCode },
  { on: easter(1), name: { fr: 'Lundi de Pâques', ko: '부활절 월요일', en: 'Easter Monday' }, ...labourCode },
  { on: fixed('05-01'), name: { fr: 'Fête du Travail', ko: '노동절', en: 'Labour Day' }, ...labourCode },
  {
    on: fixed('05-08'),
    name: { fr: 'Victoire de 1945', ko: '1945년 전승 기념일', en: 'Victory Day 1945' },
    ...labourCode,
  },
  { on: easter(39), name: { fr: 'Ascension', ko: '예수 승천일', en: 'Ascension Day' }, ...labourCode },
  {
    on: easter(50),
    name: { fr: 'Lundi de Pentecôte', ko: '성령 강림절 월요일', en: 'Whit Monday' },
    ...labourCode,
  },
  {
    on: fixed('07-14'),
    name: { fr: 'Fête nationale', ko: '프랑스 혁명 기념일', en: 'Bastille Day' },
    ...labourCode,
  },
  { on: fixed('08-15'), name: { fr: 'Assomption', ko: '성모 승천일', en: 'Assumption Day' }, ...labourCode },
  { on: fixed('11-01'), name: { fr: 'Toussaint', ko: '만성절', en: 'All Saints’ Day' }, ...labourCode },
  {
    on: fixed('11-11'),
    name: { fr: 'Armistice de 1918', ko: '1918년 휴전 기념일', en: 'Armistice Day 1918' },
    ...labourCode,
  },
  { on: fixed('12-25'), name: { fr: 'Noël', ko: '성탄절', en: 'Christmas Day' }, ...labourCode },
  { on: easter(-2), name: { fr: 'Vendredi saint', ko: '성금요일', en: 'Good Friday' }, ...localLaw },
  {
    on: fixed('12-26'),
    name: { fr: 'Saint-Étienne', ko: '성 스테파노 축일', en: 'Saint Stephen’s Day' },
    ...localLaw,
  },
  { on: fixed('04-27'), ...abolition('976') },
  { on: fixed('05-22'), ...abolition('972') },
  { on: fixed('05-27'), ...abolition('971') },
  { on: fixed('06-10'), ...abolition('973') },
  { on: fixed('12-20'), ...abolition('974') },
  { on: fixed('10-09'), ...abolition('977'), ...decree2012 },
  { on: fixed('05-27'), ...abolition('978'), ...decree2012, until: '2017-12-31' },
  { on: fixed('05-28'), ...abolition('978'), ...circular2018 },
]

/** France: eleven days everywhere, those of Alsace and Moselle and of overseas, and the Sundays on which one votes. */
export const france: CountryDays = { country: 'FR', yearly, single: frenchElections }
