import { registryPaths } from '../../../registry/index.ts'
import type { Compared } from '../comparison/compared.ts'
import { FactRow, type ReviewCall } from './fact-row.tsx'
import { partyName } from './fact-words.ts'
import { inOrder } from './review-data.ts'

/** The facts of a page: what must be settled first, what contradicts the registry or is unsure, then the rest by ties. */
export function FactGroups({ call }: { call: ReviewCall }) {
  const { t } = call.reader
  const { asked, contradicting, unsure, rest } = inOrder(call.data.facts)
  return (
    <>
      <Group call={call} id="asked" title={t('imports.text.review.asked')} facts={asked} />
      <Group
        call={call}
        id="contradicting"
        title={t('imports.text.review.contradicting')}
        facts={contradicting}
      />
      <Group call={call} id="unsure" title={t('imports.text.review.unsure')} facts={unsure} />
      <Group
        call={call}
        id="meeting"
        title={t('imports.text.review.meeting')}
        facts={rest.filter(isOfMeeting)}
      />
      {byTie(rest.filter((each) => !isOfMeeting(each))).map(([tieId, facts]) =>
        tieId === '' ? (
          <Group key="beside" call={call} id="beside" title={t('imports.text.review.beside')} facts={facts} />
        ) : (
          <TieGroup key={tieId} call={call} tieId={tieId} facts={facts} />
        ),
      )}
    </>
  )
}

const meetingParts = new Set<string>(['meeting', 'participant', 'decision', 'proposal'])
const isOfMeeting = ({ fact }: Compared) => meetingParts.has(fact.value.part)

function byTie(facts: readonly Compared[]): [string, Compared[]][] {
  const groups = new Map<string, Compared[]>()
  for (const each of facts) {
    const key = each.tie?.id ?? ''
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups].sort(([a], [b]) => Number(a === '') - Number(b === ''))
}

interface GroupProps {
  call: ReviewCall
  id: string
  title: string
  facts: readonly Compared[]
}

function Group({ call, id, title, facts }: GroupProps) {
  if (facts.length === 0) return null
  return (
    <section class="fact-group" aria-labelledby={id}>
      <h3 id={id}>
        {title} <span class="count">{facts.length}</span>
      </h3>
      <ol class="statements">
        {facts.map((compared) => (
          <FactRow key={compared.fact.id} call={call} compared={compared} isNamed />
        ))}
      </ol>
    </section>
  )
}

function TieGroup({ call, tieId, facts }: { call: ReviewCall; tieId: string; facts: readonly Compared[] }) {
  const { reader, network, action, data } = call
  const { t } = reader
  const [first] = facts
  const tie = first?.tie
  if (!first || !tie || tie.value.part !== 'tie') return null
  const names = tie.value.parties.map((party) => partyName(reader, party, data.refs)).join(' – ')
  const open = facts.filter(({ fact }) => fact.decision === null)
  const hasSure = open.some(
    ({ fact, outcome }) => fact.isSure && outcome !== 'contradicts' && outcome !== 'open',
  )
  const isWritable = data.text.takenBackAt === null && tie.question === null && tie.decision !== 'refused'
  return (
    <section class="fact-group" aria-labelledby={`tie-${tieId}`}>
      <h3 id={`tie-${tieId}`}>
        {first.match ? (
          <a href={registryPaths.cooperation(reader, network, first.match.tie.slug)}>{names}</a>
        ) : (
          names
        )}{' '}
        <span class="count">
          {t('imports.text.review.decided', { done: facts.length - open.length, all: facts.length })}
        </span>
      </h3>
      {isWritable && open.length > 0 ? (
        <form method="post" action={action} class="tie-acts">
          {first.match === null ? (
            <>
              <Listing call={call} tieId={tieId} isBeside={tie.value.isBeside} />
              {tie.decision === null ? (
                <button type="submit" class="button" name="accept" value={tieId}>
                  {t('imports.text.act.makeTie')}
                </button>
              ) : null}
            </>
          ) : null}
          {hasSure ? (
            <button type="submit" class="button" name="sure" value={tieId}>
              {t('imports.text.act.acceptSure')}
            </button>
          ) : null}
        </form>
      ) : null}
      <ol class="statements">
        {facts.map((compared) => (
          <FactRow key={compared.fact.id} call={call} compared={compared} />
        ))}
      </ol>
    </section>
  )
}

// For an unknown tie, a person decides whether the group presents it as its own.
function Listing({ call, tieId, isBeside }: { call: ReviewCall; tieId: string; isBeside: boolean }) {
  const { t } = call.reader
  return (
    <label class="tie-listing">
      <input type="checkbox" name="beside" value={tieId} checked={isBeside} />{' '}
      {t('imports.text.act.besideList')}
    </label>
  )
}
