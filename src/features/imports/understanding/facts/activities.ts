import type { ActivityKind } from '../../../registry/index.ts'
import { isComing, type SettledDate } from '../dates/settled-dates.ts'
import type { ReadActivity, ReadAgreement, ReadCooperation } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { type DatesOf } from './agreements.ts'
import { clauseAt, quoteOf, type Told, toldOf } from './clauses.ts'

/** Words by which activities are told, with their kind; the first that matches counts. */
const kinds: readonly [ActivityKind, RegExp][] = [
  ['signing', /signature|ceremonie de signature|조인식|협약식/],
  ['residency', /residence|레지던시|입주/],
  ['exhibition', /expos|exhibition|전시/],
  ['festival', /festival|semaine (?:culturelle|coreenne|francaise)|fete\b|축제|페스티벌/],
  ['trade_fair', /salon\b|foire|fair\b|expo\b|vivatech|박람회/],
  ['seminar', /seminaire|colloque|seminar|세미나/],
  ['workshop', /atelier|workshop|워크숍/],
  ['conference', /conference|symposium|학술대회|컨퍼런스/],
  ['forum', /forum|assises|포럼/],
  ['summit', /sommet|summit|정상회의/],
  ['competition', /concours|tournoi|course|regate|marathon|competition|tournament|공모전|대회/],
  ['performance', /concert|spectacle|orchestre|choeur|chorale|representation|performance|공연|합창|연주/],
  ['commemoration', /commemor|anniversaire|anniversary|기념/],
  ['ceremony', /ceremonie|inaugur|ceremony|기념식|개관|제막|준공/],
  ['study_visit', /voyage d'etude|visite d'etude|study (?:visit|tour)|연수|견학|벤치마킹/],
  ['delegation_received', /(?:a|ont|est|ete|sont)? ?(?:recu|accueill)|delegation[^.;]{0,40}(?:est venue|sont venus|a visite|recue|accueillie)|received|welcomed|hosted|접견|맞이|방한|찾았/],
  ['mission', /mission|deplace|se rend|s'est rendu|delegation|visite|voyage|partie? (?:a|en)|ira\b|travel|visited|trip|방문|파견|출장|사절단|대표단/],
  ['exchange', /echange|stage|chantier|correspond|sejour|camp\b|jeunes|eleves|etudiants|exchange|intern|교환|교류단|캠프|홈스테이|파견|초청/],
  ['meeting', /reunion|rencontre|comite|visio|meeting|회의|간담회|화상/],
  ['other', /livr|envoy|construi|finance|remis|amenag|plant|jumelage scolaire|programme|projet|don\b|offert|participe|organis|tenu|lance|publi|invite|convie|forme|travaille|donated|built|funded|planted|organised|took part|참가|참여|개최|열|지원|기증|조성|건립|식재|운영|설치|출품|초대|진행|발간|마련/],
]

/** What a text tells of visits, festivals and other exchanges of a tie. */
export function readActivities(tie: StatedTie, agreements: readonly ReadAgreement[], since: ReadCooperation['since'], datesOf: DatesOf, textDay: string | null): ReadActivity[] {
  return toldOf(tie).flatMap((told) => fromSentence(told, tie, agreements, since, datesOf, textDay))
}

function fromSentence(told: Told, tie: StatedTie, agreements: readonly ReadAgreement[], since: ReadCooperation['since'], datesOf: DatesOf, textDay: string | null): ReadActivity[] {
  const { sentence } = told
  const { plain, passage } = sentence.unit
  const dates = datesOf(sentence.unit).filter(({ start, end }) => start >= told.start && end <= told.end)
  const dated = dates.flatMap((date, at): ReadActivity[] => {
    const { edtf } = date
    if (edtf === null) return []
    const from = Math.max(told.start, dates[at - 1]?.end ?? 0)
    const to = Math.min(told.end, dates[at + 1]?.start ?? told.end)
    const clause = clauseAt(plain, date.start, date.end, told.start, told.end)
    const around = plain.slice(Math.max(clause.start, at === 0 ? clause.start : from - 40), Math.min(clause.end, to + 20))
    if (isOtherFact(plain, date, told, agreements, since)) return []
    const kind = kindOf(around) ?? kindOf(plain.slice(clause.start, clause.end))
    if (kind === null) return []
    return [{ title: titleOf(passage.text.slice(clause.start, clause.end)), kind, date: edtf, state: stateOf(edtf, plain, date, textDay), quote: quoteOf(sentence) }]
  })
  if (dated.length > 0 || dates.length > 0 || tie.by === 'table') return dated
  const kind = kindOf(told.plain)
  const isAct = /(?:a|ont|s'est|se sont) (?:\w+ment )?(?:ete )?(?:participe|accueilli|recu|organise|deplace|rendu|visite|expose|envoye|tenu|inaugure)|정기적|매년|chaque annee|tous les ans/.test(told.plain)
  if (kind === null || !isAct || kind === 'other') return []
  return [{ title: titleOf(passage.text.slice(told.start, told.end)), kind, date: null, state: isComing(plain, { start: told.start, end: told.end }) ? 'planned' : 'past', quote: quoteOf(sentence) }]
}

// The date of a signature or of a beginning is told there, and an anniversary, a birth or a law is none of the tie’s exchanges.
function isOtherFact(plain: string, { start, end, edtf }: SettledDate, told: Told, agreements: readonly ReadAgreement[], since: ReadCooperation['since']): boolean {
  const isAgreement = agreements.some(({ date, quote }) => date === edtf && quote.passage === told.sentence.unit.index && quote.start === told.sentence.start)
  if (isAgreement) return true
  const isStart = since !== null && since.date === (edtf ?? '').split('/')[0] && since.quote.passage === told.sentence.unit.index && since.quote.start === told.sentence.start
  if (isStart && !/(?:organis|festival|semaine|delegation|mission|expos|accueil|축제|방문단|대표단)/.test(plain.slice(Math.max(told.start, start - 80), end + 60))) return true
  const near = plain.slice(Math.max(told.start, start - 40), end + 24)
  return /(?:jusqu'(?:en|a|au)|avant|d'ici|echeance|valable|duree|expire|budget|pour la periode|plan|programme|convention|accord|elu|nomme|loi|decret|fonde|fusion|cree|creee|genocide|seisme|guerre|population|까지|만료|설립|창설|출범)[^.;]{0,24}$/.test(plain.slice(Math.max(told.start, start - 34), start)) || /수교 ?\d|population|habitants/.test(near)
}

function kindOf(words: string): ActivityKind | null {
  return kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

function stateOf(edtf: string, plain: string, date: SettledDate, textDay: string | null): ReadActivity['state'] {
  const first = edtf.split('/')[0]?.match(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?/)?.[0] ?? ''
  if (textDay !== null && first !== '') {
    const length = Math.min(first.length, textDay.length)
    if (first.slice(0, length) > textDay.slice(0, length)) return 'planned'
    if (first.slice(0, length) < textDay.slice(0, length)) return 'past'
  }
  return isComing(plain, date) ? 'planned' : 'past'
}

const longestTitle = 160

function titleOf(clause: string): string {
  const title = clause.replace(/\s+/g, ' ').replace(/^[\s,;:.–-]+|[\s,;:.]+$/gu, '')
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1).replace(/\s+\S*$/u, '')}…` : title
}
