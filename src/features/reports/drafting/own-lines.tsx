import { languageOf } from '../../../platform/i18n/country-language.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { FactList } from '../../../ui/blocks/fact-list.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import type { FactBody, FactExchange, FactTie, ReportFacts } from '../facts.ts'

interface OwnLinesProps {
  facts: ReportFacts
  bodyId: string
}

/** What a report says of one authority: its ties, each with what its state rests on, its agreements, its exchanges and their outcomes. */
export function OwnLines({ facts, bodyId }: OwnLinesProps) {
  const { t } = useReader()
  const bodies = new Map(facts.bodies.map((body) => [body.id, body]))
  const ties = facts.ties.filter(({ parties }) => parties.includes(bodyId))
  const ids = new Set(ties.map(({ id }) => id))
  const others = facts.exchanges.filter(
    ({ tieIds, holders }) => holders.includes(bodyId) && !tieIds.some((id) => ids.has(id)),
  )
  return (
    <>
      {ties.map((tie) => (
        <Tie
          key={tie.id}
          tie={tie}
          others={tie.parties.flatMap((id) => (id === bodyId ? [] : (bodies.get(id) ?? [])))}
          exchanges={facts.exchanges.filter(({ tieIds }) => tieIds.includes(tie.id))}
        />
      ))}
      {others.length > 0 ? (
        <>
          <h2>{t('reports.line.otherExchanges')}</h2>
          <Exchanges exchanges={others} />
        </>
      ) : null}
    </>
  )
}

interface TieProps {
  tie: FactTie
  others: readonly FactBody[]
  exchanges: readonly FactExchange[]
}

function Tie({ tie, others, exchanges }: TieProps) {
  const reader = useReader()
  const { t } = reader
  const agreements = tie.agreements.map(({ id, kind, steps }) => {
    const step = steps.at(-1)
    const state = step ? ` – ${t(`registry.agreementState.${step.state}`)}` : ''
    const on = step?.on ? `, ${dayWords(reader, step.on)}` : ''
    return <span key={id}>{`${t(`registry.agreementKind.${kind}`)}${state}${on}`}</span>
  })
  return (
    <>
      <h2>
        {others.map(({ id, name, country }, index) => (
          <>
            {index > 0 ? ' – ' : ''}
            <Name key={id} name={name} own={languageOf(country)} />
          </>
        ))}
      </h2>
      <FactList
        facts={[
          { term: t('reports.line.state'), detail: stateWords(reader, tie) },
          ...(tie.since ? [{ term: t('reports.line.since'), detail: dayWords(reader, tie.since) }] : []),
          {
            term: t('reports.line.agreements'),
            detail: agreements.length > 0 ? agreements : t('reports.line.none'),
          },
        ]}
      />
      {exchanges.length > 0 ? <Exchanges exchanges={exchanges} /> : <p>{t('reports.line.noExchange')}</p>}
    </>
  )
}

/** The state of a tie with what it rests on. What was computed from silence alone is called silence. */
function stateWords(reader: Reader, { status, basis, stated, lastExchangeOn }: FactTie): string {
  const { t } = reader
  const day = (on: string) => dayWords(reader, on)
  const last = lastExchangeOn ?? stated?.on
  if (basis === 'stated' && stated)
    return t('reports.line.stated', { status: t(`ui.status.${status}`), day: day(stated.on) })
  if (basis === 'exchangeSince' && lastExchangeOn)
    return t('reports.line.exchangeSince', { status: t(`ui.status.${status}`), day: day(lastExchangeOn) })
  return last ? t('reports.line.silentSince', { day: day(last) }) : t('reports.line.silent')
}

function Exchanges({ exchanges }: { exchanges: readonly FactExchange[] }) {
  const reader = useReader()
  const { t } = reader
  return (
    <ul class="entries">
      {exchanges.map(({ id, title, when, state, isUnheard, answers }) => (
        <li key={id}>
          <p class="entry-title">
            <Passage text={title} as="span" />
          </p>
          <p class="entry-meta">
            {when === null ? '' : `${dayWords(reader, when)} · `}
            {isUnheard ? t('reports.line.unheard') : t(`agenda.state.${state}`)}
          </p>
          {answers.map(({ bodyId, held, results, sentence }) => (
            <p key={bodyId}>
              {[t(`outcomes.held.${held}`), ...results.map((each) => t(`outcomes.result.${each}`))].join(
                ' · ',
              )}{' '}
              <Passage text={sentence} as="span" />
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
