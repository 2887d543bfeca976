import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { registryPaths } from '../../../registry/index.ts'
import { presentSources, presentWords } from '../../parts/part-words.ts'
import { resolutionsFor } from '../../parts/parts.ts'
import { paths } from '../../paths.ts'
import { type Compared, isOfTie } from '../comparison/compared.ts'
import { factWords, partyName, placeWords } from './fact-words.ts'
import type { ReviewData } from './review-data.ts'

export interface ReviewCall {
  reader: Reader
  network: string
  data: ReviewData
  /** The address that the buttons submit to. */
  action: string
  /** Facts that the other account of the meeting states as well. */
  hasOther: boolean
}

/** One fact: what would be written, how it compares with the registry, its sentence, and the possible actions. */
export function FactRow({
  call,
  compared,
  isNamed,
}: {
  call: ReviewCall
  compared: Compared
  isNamed?: boolean
}) {
  const { reader, data } = call
  const { t } = reader
  const { fact, tie, outcome } = compared
  const language = data.text.language ?? 'fr'
  const words = factWords(reader, fact.value, data.refs, language)
  const state = fact.decision ?? (fact.question ? 'asked' : 'open')
  return (
    <li class={`statement fact-${state}`} id={`f-${fact.id}`} data-fact={fact.id} data-state={state}>
      <p class="fact-said">
        <span class="fact-part">
          {t(`imports.text.part.${fact.value.part}`)}
          {isNamed && tie && tie !== fact && tie.value.part === 'tie' ? (
            <> · {tie.value.parties.map((party) => partyName(reader, party, data.refs)).join(' – ')}</>
          ) : null}
        </span>{' '}
        <span class="fact-words" {...(words.language ? languageAttributes(reader, words.language) : {})}>
          {words.text}
        </span>
        {words.details.length > 0 ? <span class="fact-details"> {words.details.join(' · ')}</span> : null}
      </p>
      <p class="fact-marks">
        {fact.decision === null ? (
          <span class={`fact-mark mark-${outcome}`}>{t(`imports.text.outcome.${outcome}`)}</span>
        ) : null}
        {fact.suggestedBy === 'assistant' ? (
          <span class="fact-mark mark-assistant">{t('imports.text.fact.byAssistant')}</span>
        ) : null}
        <Twins call={call} compared={compared} />
        {compared.match?.isBySuccession ? (
          <span class="fact-mark">{t('imports.text.fact.bySuccession')}</span>
        ) : null}
      </p>
      {outcome === 'contradicts' && fact.decision === null ? (
        <Present call={call} compared={compared} />
      ) : null}
      <Sentence call={call} compared={compared} />
      {fact.decision === null ? null : <Decided call={call} compared={compared} />}
      <FactActs call={call} compared={compared} />
    </li>
  )
}

function Twins({ call, compared }: { call: ReviewCall; compared: Compared }) {
  const { t } = call.reader
  const { twins, fact } = compared
  const accepted = twins.find(({ isAccepted }) => isAccepted)
  const others = new Set(call.data.accounts.map(({ id }) => id))
  const isInOther = twins.some(({ textId }) => others.has(textId))
  return (
    <>
      {accepted && fact.decision === null ? (
        <span class="fact-mark">{t('imports.text.fact.acceptedFrom', { title: accepted.title })}</span>
      ) : null}
      {call.hasOther ? (
        <span class={isInOther ? 'fact-mark' : 'fact-mark mark-alone'}>
          {t(isInOther ? 'imports.text.fact.inBoth' : 'imports.text.fact.onlyHere')}
        </span>
      ) : null}
    </>
  )
}

function Present({ call, compared }: { call: ReviewCall; compared: Compared }) {
  const { reader, data } = call
  const { fact, document, finding } = compared
  if (!document || !finding || !isOfTie(fact.value)) return null
  const words = presentWords(reader, fact.value, document, finding)
  if (words === null) return null
  const sources = presentSources(fact.value, document, finding).flatMap((id) => data.sources.get(id) ?? [])
  const read = factWords(reader, fact.value, data.refs, data.text.language ?? 'fr')
  return (
    <dl class="fact-sides">
      <div>
        <dt>{reader.t('imports.text.fact.present')}</dt>
        <dd>
          {words}
          {sources.map(({ slug, title }) => (
            <span key={slug} class="fact-source">
              {' '}
              <a href={registryPaths.source(reader, call.network, slug)}>
                {chooseText(title, reader.language)?.text ?? slug}
              </a>
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{reader.t('imports.text.fact.read')}</dt>
        <dd>{[read.text, ...read.details].join(', ')}</dd>
      </div>
    </dl>
  )
}

function Sentence({ call, compared }: { call: ReviewCall; compared: Compared }) {
  const { reader, data } = call
  const { quote, id } = compared.fact
  const passage = data.passages.find(({ position }) => position === quote.passage)
  if (!passage) return null
  // A tie that a title states is quoted from the sentence beneath: the title is its place.
  const above =
    compared.fact.value.part === 'tie' && passage.kind !== 'title' ? passage.heading.at(-1) : undefined
  const heading = above === data.text.title ? undefined : above
  return (
    <p class="fact-sentence">
      <a href={`#q-${id}`} data-quote={id}>
        <q {...languageAttributes(reader, data.text.language ?? 'fr')}>
          {passage.text.slice(quote.start, quote.end)}
        </q>
      </a>{' '}
      <span class="fact-place">
        {placeWords(reader, quote.passage, passage.page)}
        {heading === undefined ? null : <> · {reader.t('imports.text.fact.under', { heading })}</>}
      </span>
    </p>
  )
}

function Decided({ call, compared }: { call: ReviewCall; compared: Compared }) {
  const { reader } = call
  const { decision, decidedBy, decidedAt, reason } = compared.fact
  if (decision === null || decidedAt === null) return null
  return (
    <p class="fact-decided">
      <span class={`fact-mark mark-${decision}`}>{reader.t(`imports.text.decision.${decision}`)}</span>
      {' · '}
      {decidedBy ?? reader.t('imports.text.fact.somebody')}, <Moment at={decidedAt} />
      {reason === '' ? null : <> · {reason}</>}
    </p>
  )
}

/** The possible actions on a fact: each is a button of a form, and keys press these buttons. */
function FactActs({ call, compared }: { call: ReviewCall; compared: Compared }) {
  const { reader, action, data } = call
  const { fact } = compared
  if (data.text.takenBackAt !== null) return null
  if (fact.decision !== null && fact.written !== null && isOfMeeting(fact)) return null
  if (fact.decision !== null)
    return (
      <form method="post" action={action} class="fact-acts">
        <button type="submit" class="link-button" name="undo" value={fact.id} data-act="undo">
          {reader.t('imports.text.act.undo')}
        </button>
      </form>
    )
  return (
    <div class="fact-acts">
      <Acceptance call={call} compared={compared} />
      <Correction call={call} compared={compared} />
      <details class="fact-refusal">
        <summary data-act="refuse">{reader.t('imports.text.act.refuse')}</summary>
        <form method="post" action={action}>
          <input type="hidden" name="refuse" value={fact.id} />
          <label>
            {reader.t('imports.text.act.reason')}{' '}
            <input type="text" name={`reasons.${fact.id}`} maxlength={500} />
          </label>{' '}
          <button type="submit" class="button">
            {reader.t('imports.text.act.refuse')}
          </button>
        </form>
      </details>
    </div>
  )
}

function Acceptance({ call, compared }: { call: ReviewCall; compared: Compared }) {
  const { reader, action } = call
  const { t } = reader
  const { fact, tie, outcome, match } = compared
  if (fact.question !== null || tie?.question != null) return null
  // Participants and decisions are kept with the meeting, or left out of it.
  if (isOfMeeting(fact)) return <WithMeeting call={call} compared={compared} />
  if (tie?.decision === 'refused') return <span class="fact-place">{t('imports.text.fact.tieRefused')}</span>
  if (outcome === 'contradicts' && isOfTie(fact.value))
    return (
      <form method="post" action={action}>
        {resolutionsFor(fact.value).map((resolution) => (
          <button
            key={resolution}
            type="submit"
            class="button"
            name="settle"
            value={`${resolution}:${fact.id}`}
            data-act={resolution === 'beside' ? 'beside' : 'accept'}
          >
            {t(`imports.text.act.${resolution}`)}
          </button>
        ))}
      </form>
    )
  return (
    <form method="post" action={action}>
      {/* The first fact of an unknown tie creates it: in the group's list or beside it, as the heading says. */}
      {tie?.value.part === 'tie' && match === null ? (
        <input
          type="hidden"
          name="beside"
          value={tie.id}
          disabled={!tie.value.isBeside}
          data-listing={tie.id}
        />
      ) : null}
      <button type="submit" class="button" name="accept" value={fact.id} data-act="accept">
        {t('imports.text.act.accept')}
      </button>
    </form>
  )
}

// If the meeting existed before, people complete it on its own page.
function WithMeeting({ call, compared: { fact, tie } }: { call: ReviewCall; compared: Compared }) {
  const { t } = call.reader
  if (tie?.written?.kind !== 'meeting')
    return <span class="fact-place">{t('imports.text.act.withMeeting')}</span>
  return (
    <form method="post" action={call.action}>
      <span class="fact-place">{t('imports.text.act.meetingKnown')}</span>{' '}
      <button type="submit" class="button" name="accept" value={fact.id} data-act="accept">
        {t('imports.text.act.settled')}
      </button>
    </form>
  )
}

const isOfMeeting = ({ value: { part } }: Compared['fact']) =>
  part === 'participant' || part === 'decision' || part === 'proposal'

function Correction({ call, compared }: { call: ReviewCall; compared: Compared }) {
  const { reader, network, data } = call
  const { fact, tie } = compared
  const waiting = tie !== fact && tie?.question === 'party' ? tie : null
  if (waiting)
    return (
      <a class="button" href={paths.fact(reader, network, data.text.id, waiting.id)} data-act="correct">
        {reader.t('imports.text.act.sayFirst')}
      </a>
    )
  const isAsking = fact.question !== null
  const isForm = isOfTie(fact.value) && fact.value.part !== 'tie' && tie?.question === null
  if (!isAsking && !isForm) return null
  return (
    <a class="button" href={paths.fact(reader, network, data.text.id, fact.id)} data-act="correct">
      {reader.t(isAsking ? 'imports.text.act.say' : 'imports.text.act.correct')}
    </a>
  )
}
