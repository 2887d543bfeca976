import type { FastifyInstance } from 'fastify'
import { isId } from '../../../../platform/context/identifier.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf } from '../../../../platform/http/visit.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { readValues, typedValue } from '../../../../platform/input/form.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList } from '../../../../ui/form/form.tsx'
import { clockWords } from '../../../../ui/text/clock-lines.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { byOwnSide } from '../../../directory/index.ts'
import { addMeetingsForm } from '../frame.tsx'
import { heldOf } from '../participants/pages.tsx'
import { participantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import { loadKeptRequest, type SessionRequest } from '../request.ts'
import { present, type Rule, ruleKinds, type Slot } from '../session.ts'
import { MeetingsHeading, sideName } from '../views/meetings-heading.tsx'
import { addRule, removeRule } from './commands.ts'
import { ruleForm } from './schema.ts'
import { type TroubleKind, troublesOf } from './trouble.ts'

const place = '/:language/:network/agenda/:slug/meetings/rules'

/** Pairs that are to meet whatever they wish, and pairs that are not. */
export function addRuleRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addMeetingsForm(pages, place, {
    open: loadKeptRequest,
    title: ({ reader }) => reader.t('partners.assignment.rules'),
    lead: 'partners.assignment.rulesLead',
    path: () => '/rules',
    action: pathOf,
    submit: 'partners.assignment.addRule',
    page: (visit, form, state) => {
      const { t } = visit.reader
      return (
        <>
          <MeetingsHeading visit={visit} lead={t('partners.assignment.rulesLead')}>
            {t('partners.assignment.rules')}
          </MeetingsHeading>
          <ErrorList form={state} />
          <Section id="set" title={t('partners.assignment.rulesSet')}>
            <KnownRules visit={visit} />
          </Section>
          <Section id="new" title={t('partners.assignment.newRule')}>
            {form}
          </Section>
        </>
      )
    },
    values: () => ({ kind: 'fixed' }),
    schema: ruleForm,
    fields: renderFields,
    save: async (visit, rule) => {
      const errors = await addRule(visit.writing, heldOf(visit), visit.facts.session, rule)
      return errors.length > 0 ? errors : pathOf(visit)
    },
  })
  pages.post(`${place}/removal`, loadKeptRequest, async (visit) => {
    const { request, reply } = visit
    const values = readValues(request.body)
    const [first, second] = [typedValue(values, 'first'), typedValue(values, 'second')]
    if (!isId(first) || !isId(second)) notFound('rule')
    await removeRule(visit.writing, heldOf(visit), visit.facts.session, { first, second })
    return reply.redirect(pathOf(visit), 303)
  })
}

function pathOf({ reader, network, event }: SessionRequest): string {
  return paths.rules(reader, network.slug, event.slug)
}

function KnownRules({ visit }: { visit: SessionRequest }) {
  const { reader, facts } = visit
  const troubles = new Map(troublesOf(facts).map(({ rule, kind }) => [rule, kind]))
  if (facts.rules.length === 0) return <p>{reader.t('partners.assignment.noRules')}</p>
  return (
    <ul class="rules">
      {facts.rules.map((rule) => (
        <li key={`${rule.firstId} ${rule.secondId}`}>
          <KnownRule visit={visit} rule={rule} trouble={troubles.get(rule) ?? null} />
        </li>
      ))}
    </ul>
  )
}

interface KnownRuleProps {
  visit: SessionRequest
  rule: Rule
  /** Why it cannot be held as things stand; null where it can. */
  trouble: TroubleKind | null
}

/** A pair that is fixed or forbidden, with the button that lifts it. */
function KnownRule({ visit, rule, trouble }: KnownRuleProps) {
  const { reader, facts } = visit
  const { t } = reader
  const name = (id: string) => {
    const found = facts.participants.find((each) => each.id === id)
    return found ? participantName(reader, found) : ''
  }
  const pair = `${name(rule.firstId)} – ${name(rule.secondId)}`
  const isUnwanted =
    rule.kind === 'fixed' &&
    facts.wishes.some(
      ({ participantId, otherId, position }) =>
        position === null &&
        [participantId, otherId].includes(rule.firstId) &&
        [participantId, otherId].includes(rule.secondId),
    )
  const slot = facts.session.slots.find(({ id }) => id === rule.slotId)
  return (
    <form method="post" action={`${withoutQuery(pathOf(visit))}/removal`}>
      <input type="hidden" name="first" value={rule.firstId} />
      <input type="hidden" name="second" value={rule.secondId} />
      <p class="rule-line">
        <strong>{pair}</strong> · {t(`partners.assignment.rule.${rule.kind}`)}
        {slot ? ` · ${slotWords(visit, slot)}` : ''}{' '}
        <button type="submit" class="button">
          {t('partners.assignment.removeRule')}
          <span class="visually-hidden"> ({pair})</span>
        </button>
      </p>
      {trouble === null ? null : (
        <Notice kind="warning">
          <p>{t(`partners.assignment.trouble.${trouble}`)}</p>
        </Notice>
      )}
      {isUnwanted ? <p class="quiet">{t('partners.assignment.fixedUnwanted')}</p> : null}
    </form>
  )
}

const withoutQuery = (address: string) => address.split('?')[0] ?? address

/** One more pair to fix or forbid. */
function renderFields(visit: SessionRequest) {
  const { reader, network, facts } = visit
  const { t } = reader
  const here = present(facts.participants)
  const pick = (name: 'first' | 'second', side: 1 | 2) => (
    <ChoiceField
      name={name}
      label={sideName(reader, network, facts.session, side)}
      options={here
        .filter((each) => each.side === side)
        .map((each) => ({ value: each.id, label: participantName(reader, each) }))}
      isFolded
      required
    />
  )
  return (
    <>
      {pick('first', 1)}
      {pick('second', 2)}
      <ChoiceField
        name="kind"
        label={t('partners.assignment.ruleKind')}
        options={ruleKinds.map((value) => ({
          value,
          label: capitalized(t(`partners.assignment.rule.${value}`), reader.interfaceLanguage),
          hint: t(`partners.assignment.ruleHint.${value}`),
        }))}
        required
      />
      <ChoiceField
        name="slot"
        label={t('partners.assignment.ruleSlot')}
        hint={t('partners.assignment.ruleSlotHint')}
        options={[
          { value: '', label: t('partners.assignment.anySlot') },
          ...facts.session.slots.map((slot) => ({ value: slot.id, label: slotWords(visit, slot) })),
        ]}
        isFolded
      />
    </>
  )
}

/** When a slot is, on both clocks. */
function slotWords({ reader, network, facts }: SessionRequest, { startsAt, endsAt }: Slot): string {
  return clockWords(reader, {
    countries: byOwnSide(reader, network.countries),
    hours: { startsAt, endsAt, zone: facts.session.zone },
  })
}
