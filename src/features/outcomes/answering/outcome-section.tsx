import { languageOf } from '../../../platform/i18n/country-language.ts'
import { numberFormatter } from '../../../platform/i18n/formatters.ts'
import type { RecordSection } from '../../../platform/records/record-link.ts'
import { type Fact, FactList } from '../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { dateWords, dayWords } from '../../../ui/text/date-words.ts'
import { Section } from '../../../ui/text/headings.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { Passage } from '../../../ui/text/passage.tsx'
import { type AgendaEvent, shownEvent } from '../../agenda/events/index.ts'
import { byOwnSide, type OrganisationRef } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { listHolders } from '../asking/queries.ts'
import { type EventOutcome, lookUpOutcome, type OutcomeAnswer } from '../outcomes.queries.ts'
import { paths } from '../paths.ts'
import { mayTellOutcome } from '../policy.ts'

/** What came of an exchange, on the page of its event: each answer beside the others, who was asked and did not answer, the way to the form. */
export const outcomeSection: RecordSection = async (call) => {
  const { context, reader, network } = call
  const event = shownEvent(call)
  if (event === null) return null
  const outcome = await lookUpOutcome(context, event.id)
  if (outcome === null) return null
  const mayTell = await maySayNow(context, network.id, event.id)
  if (!mayTell && outcome.asked.length === 0 && outcome.answers.length === 0) return null
  const ids = [...outcome.asked, ...outcome.answers].map(({ organisationId }) => organisationId)
  const refs = await listOrganisationRefs(context, ids)
  const sides = byOwnSide(reader, [...new Set([...refs.values()].map(({ country }) => country))])
  const selectSide = ({ organisationId }: { organisationId: string }) =>
    sides.indexOf(refs.get(organisationId)?.country ?? '')
  return (
    <OutcomeSection
      event={event}
      outcome={{
        ...outcome,
        answers: outcome.answers.toSorted((one, other) => selectSide(one) - selectSide(other)),
      }}
      refs={refs}
      form={mayTell ? paths.outcome(reader, network.slug, event.slug) : null}
    />
  )
}

async function maySayNow(
  context: Parameters<RecordSection>[0]['context'],
  networkId: string,
  eventId: string,
): Promise<boolean> {
  if (context.actor.kind !== 'person') return false
  const holders = await listHolders(context, eventId)
  return holders.some((organisationId) => mayTellOutcome(context.actor, { networkId, organisationId }))
}

interface OutcomeSectionProps {
  event: AgendaEvent
  outcome: EventOutcome
  refs: ReadonlyMap<string, OrganisationRef>
  /** The address of the form, for those who may answer. */
  form: string | null
}

function OutcomeSection({ event, outcome: { asked, answers }, refs, form }: OutcomeSectionProps) {
  const reader = useReader()
  const { t } = reader
  const silent = asked.filter(({ answeredOn }) => answeredOn === null)
  const canTell = form !== null && (event.startsOn ?? '') <= reader.today
  if (!canTell && silent.length === 0 && answers.length === 0) return null
  return (
    <Section id="outcome" title={t('outcomes.section.title')}>
      {areDifferent(answers) ? <Notice>{t('outcomes.section.differ')}</Notice> : null}
      {answers.length === 0 ? null : (
        <div class="side-by-side">
          {answers.map((answer) => (
            <div key={answer.organisationId}>
              <h3>
                <OrganisationName organisation={refs.get(answer.organisationId)} />
              </h3>
              <FactList facts={factsOf(event, answer)} />
            </div>
          ))}
        </div>
      )}
      {silent.length === 0 ? null : (
        <ul class="quiet">
          {silent.map((question) => (
            <li key={question.organisationId}>
              <OrganisationName organisation={refs.get(question.organisationId)} /> –{' '}
              <Silence {...question} />
            </li>
          ))}
        </ul>
      )}
      {canTell ? (
        <p>
          <a class="button" href={form}>
            {t('outcomes.section.tell')}
          </a>
        </p>
      ) : null}
    </Section>
  )
}

function OrganisationName({ organisation }: { organisation: OrganisationRef | undefined }) {
  return organisation ? <Name name={organisation.name} own={languageOf(organisation.country)} /> : null
}

function Silence({ askedOn, remindedOn }: EventOutcome['asked'][number]) {
  const reader = useReader()
  const { t } = reader
  if (askedOn === null) return <>{t('outcomes.silence.nobody')}</>
  const day = dayWords(reader, askedOn)
  return (
    <>
      {remindedOn === null
        ? t('outcomes.silence.asked', { day })
        : t('outcomes.silence.reminded', { day, again: dayWords(reader, remindedOn) })}
    </>
  )
}

/** Whether answers say different things of the exchange itself; what each side spent, and its own words, may differ. */
function areDifferent(answers: readonly OutcomeAnswer[]): boolean {
  const said = answers.map(({ held, movedTo, results }) =>
    JSON.stringify([held, movedTo, results.toSorted()]),
  )
  return new Set(said).size > 1
}

function factsOf(event: AgendaEvent, answer: OutcomeAnswer): Fact[] {
  const reader = useReader()
  const { t } = reader
  const { held, movedTo, results, sentence, takesUp, actors, url, money, saidAs, knownOn, happens } = answer
  const day = dayWords(reader, knownOn)
  const facts: (Fact | false)[] = [
    {
      term: t('outcomes.fact.held'),
      detail:
        movedTo === null
          ? t(`outcomes.held.${held}`)
          : t('outcomes.fact.movedTo', { date: dateWords(reader, movedTo).shown }),
    },
    results.length > 0 && {
      term: t('outcomes.fact.results'),
      detail: results.map((each) => t(`outcomes.result.${each}`)),
    },
    Object.keys(sentence).length > 0 && {
      term: t('outcomes.fact.words'),
      detail: <Passage text={sentence} as="span" />,
    },
    Object.keys(takesUp).length > 0 && {
      term: t('outcomes.fact.takesUp'),
      detail: <Passage text={takesUp} as="span" />,
    },
    actors.length > 0 && {
      term: t('outcomes.fact.came'),
      detail: actors.map(({ kind, count }) =>
        count === null ? t(`agenda.actor.${kind}`) : `${t(`agenda.actor.${kind}`)} (${count})`,
      ),
    },
    url !== '' && {
      term: t('outcomes.fact.link'),
      detail: (
        <a href={url} rel="noopener nofollow">
          {URL.parse(url)?.host ?? url}
        </a>
      ),
    },
    money !== null && {
      term: t('outcomes.fact.money'),
      detail: `${moneyWords(reader.interfaceLanguage, money)} (${money.year})`,
    },
    {
      term: t('outcomes.fact.said'),
      detail: [
        saidAs === '' ? day : `${saidAs}, ${day}`,
        ...(happens !== null && happens !== event.happens
          ? [
              <strong key="then">
                {t('outcomes.fact.then', { date: dateWords(reader, happens).shown })}
              </strong>,
            ]
          : []),
      ],
    },
  ]
  return facts.filter((fact) => fact !== false)
}

function moneyWords(language: string, { amount, currency }: { amount: number; currency: string }): string {
  return numberFormatter(language, {
    style: 'currency',
    currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount)
}
