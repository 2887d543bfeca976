import type { FastifyInstance } from 'fastify'
import { isId } from '../../../../platform/context/identifier.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { neverKept } from '../../../../platform/http/never-kept.ts'
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
import { readKeptRequest, type SessionRequest } from '../call.ts'
import { addMeetingsForm } from '../page.tsx'
import { heldOf } from '../participants/pages.tsx'
import { participantName } from '../participants/participant-name.tsx'
import { paths } from '../paths.ts'
import { present, type Rule, ruleKinds, type Slot } from '../session.ts'
import { MeetingsHeading } from '../views/meetings-heading.tsx'
import { sideName } from '../views/side-name.ts'
import { addRule, removeRule } from './commands.ts'
import { ruleForm } from './schema.ts'
import { type TroubleKind, troublesOf } from './trouble.ts'

const place = '/:language/:network/agenda/:slug/meetings/rules'

/** Which pairs are to meet whatever they wish, and which are not. */
export function addRuleRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, neverKept)
  addMeetingsForm(pages, place, {
    open: readKeptRequest,
    title: ({ reader }) => reader.t('partners.assignment.rules'),
    lead: 'partners.assignment.rulesLead',
    path: () => '/rules',
    action: pathOf,
    submit: 'partners.assignment.addRule',
    page: (asked, form, state) => {
      const { t } = asked.reader
      return (
        <>
          <MeetingsHeading asked={asked} lead={t('partners.assignment.rulesLead')}>
            {t('partners.assignment.rules')}
          </MeetingsHeading>
          <ErrorList form={state} />
          <Section id="set" title={t('partners.assignment.rulesSet')}>
            <KnownRules asked={asked} />
          </Section>
          <Section id="new" title={t('partners.assignment.newRule')}>
            {form}
          </Section>
        </>
      )
    },
    values: () => ({ kind: 'fixed' }),
    schema: ruleForm,
    fields: drawFields,
    save: async (asked, rule) => {
      const errors = await addRule(asked.writing, heldOf(asked), asked.ground.session, rule)
      return errors.length > 0 ? errors : pathOf(asked)
    },
  })
  pages.post(`${place}/removal`, readKeptRequest, async (asked) => {
    const { request, reply } = asked
    const values = readValues(request.body)
    const [first, second] = [typedValue(values, 'first'), typedValue(values, 'second')]
    if (!isId(first) || !isId(second)) notFound('rule')
    await removeRule(asked.writing, heldOf(asked), asked.ground.session, { first, second })
    return reply.redirect(pathOf(asked), 303)
  })
}

function pathOf({ reader, network, event }: SessionRequest): string {
  return paths.rules(reader, network.slug, event.slug)
}

function KnownRules({ asked }: { asked: SessionRequest }) {
  const { reader, ground } = asked
  const troubles = new Map(troublesOf(ground).map(({ rule, kind }) => [rule, kind]))
  if (ground.rules.length === 0) return <p>{reader.t('partners.assignment.noRules')}</p>
  return (
    <ul class="rules">
      {ground.rules.map((rule) => (
        <li key={`${rule.firstId} ${rule.secondId}`}>
          <KnownRule asked={asked} rule={rule} trouble={troubles.get(rule) ?? null} />
        </li>
      ))}
    </ul>
  )
}

interface KnownRuleProps {
  asked: SessionRequest
  rule: Rule
  /** Why it cannot be held as things stand; null where it can. */
  trouble: TroubleKind | null
}

/** A pair that is fixed or forbidden, with the button that lifts it. */
function KnownRule({ asked, rule, trouble }: KnownRuleProps) {
  const { reader, ground } = asked
  const { t } = reader
  const name = (id: string) => {
    const found = ground.participants.find((each) => each.id === id)
    return found ? participantName(reader, found) : ''
  }
  const pair = `${name(rule.firstId)} – ${name(rule.secondId)}`
  const isUnwanted =
    rule.kind === 'fixed' &&
    ground.wishes.some(
      ({ participantId, otherId, position }) =>
        position === null &&
        [participantId, otherId].includes(rule.firstId) &&
        [participantId, otherId].includes(rule.secondId),
    )
  const slot = ground.session.slots.find(({ id }) => id === rule.slotId)
  return (
    <form method="post" action={`${withoutQuery(pathOf(asked))}/removal`}>
      <input type="hidden" name="first" value={rule.firstId} />
      <input type="hidden" name="second" value={rule.secondId} />
      <p class="rule-line">
        <strong>{pair}</strong> · {t(`partners.assignment.rule.${rule.kind}`)}
        {slot ? ` · ${slotWords(asked, slot)}` : ''}{' '}
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
function drawFields(asked: SessionRequest) {
  const { reader, network, ground } = asked
  const { t } = reader
  const here = present(ground.participants)
  const pick = (name: 'first' | 'second', side: 1 | 2) => (
    <ChoiceField
      name={name}
      label={sideName(reader, network, ground.session, side)}
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
          ...ground.session.slots.map((slot) => ({ value: slot.id, label: slotWords(asked, slot) })),
        ]}
        isFolded
      />
    </>
  )
}

/** When a slot is, on both clocks. */
function slotWords({ reader, network, ground }: SessionRequest, { startsAt, endsAt }: Slot): string {
  return clockWords(reader, {
    countries: byOwnSide(reader, network.countries),
    hours: { startsAt, endsAt, zone: ground.session.zone },
  })
}
