import { waysFor } from '../../../parts/parts.ts'
import { paths } from '../../../paths.ts'
import type { Compared } from '../../comparison/compared.ts'
import { isOfTie } from '../../comparison/compared.ts'
import type { ReviewCall } from './fact-row.tsx'

/** What one can do with a fact: every act is a button of a form, and the keyboard presses the same ones. */
export function FactActs({ call, compared }: { call: ReviewCall; compared: Compared }) {
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
  // Who attended and what was decided is kept with the meeting, or left out of it.
  if (isOfMeeting(fact)) return <WithMeeting call={call} compared={compared} />
  if (tie?.decision === 'refused') return <span class="fact-place">{t('imports.text.fact.tieRefused')}</span>
  if (outcome === 'contradicts' && isOfTie(fact.value))
    return (
      <form method="post" action={action}>
        {waysFor(fact.value).map((way) => (
          <button
            key={way}
            type="submit"
            class="button"
            name="settle"
            value={`${way}:${fact.id}`}
            data-act={way === 'beside' ? 'beside' : 'accept'}
          >
            {t(`imports.text.act.${way}`)}
          </button>
        ))}
      </form>
    )
  return (
    <form method="post" action={action}>
      {/* The first fact of a tie that is not known makes it: as the heading says, listed by the group or beside its list. */}
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

// Where the meeting was kept before, whoever looks after it completes it on its own page.
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
