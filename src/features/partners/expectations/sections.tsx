import { chooseName, chooseText } from '../../../platform/i18n/localized-text.ts'
import { writtenLanguages } from '../../../platform/i18n/reader.ts'
import type { FormState } from '../../../platform/input/form.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { languageOptions } from '../../../ui/form/language-options.ts'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { listTiesBetween } from '../../agenda/events/index.ts'
import { shortNames } from '../../directory/index.ts'
import { listOrganisationRefs } from '../../directory/picking/index.ts'
import { NextSteps } from '../../registry/index.ts'
import { lookUpMembersFor } from '../suggestions/queries.ts'
import { themeList } from '../suggestions/reason-words.ts'
import { ClosingSection, takersOf } from './closing/closing-section.tsx'
import { ConsentSection } from './consent/consent-section.tsx'
import { type Expectation, isClosed } from './expectation.ts'
import { readableRequests } from './involvement.ts'
import { paths } from './paths.ts'
import { listSteps, type Step } from './queries.ts'
import { listAskers, type Recipient } from './recipients.queries.ts'
import { listUnasked } from './relays/commands.ts'
import { RelaySection } from './relays/relay-section.tsx'
import { listUntranslated } from './relays/untranslated.ts'
import type { ExpectationRequest } from './request.ts'
import type { MemberRequest } from './requests.queries.ts'

/** Invalid sent values, by the forms of the page of an expectation. */
export type Typed = Partial<Record<'answer' | 'consent' | 'relay' | 'closing' | 'contact', FormState>>

/** What people concerned may do with an expectation besides answering, and every step so far; nothing for others. */
export async function renderSections(visit: ExpectationRequest, typed: Typed) {
  const { writing, reader, network, expectation, requests, involvement } = visit
  const { isAdviser, isAsker, isConcerned } = involvement
  if (!isConcerned) return null
  const address = paths.after(reader, network.slug, expectation.slug, '')
  const isOpen = !isClosed(expectation)
  const decides = isAdviser || isAsker
  const steps = await listSteps(writing, expectation.id)
  const askers = isAdviser ? await listAskers(writing, expectation.id) : []
  const hasVoice = askers.length > 0
  const unanswered = requests.filter(({ answer, relay }) => answer === null && !relay?.hasEnded)
  const accepted = readableRequests(requests, involvement).filter(
    ({ answer }) => answer === 'yes' || answer === 'partly',
  )
  const taker =
    accepted.find(({ organisation }) => involvement.askedIds.includes(organisation.id)) ?? accepted[0]
  return (
    <>
      {taker && expectation.state !== 'withdrawn' ? await renderNext(visit, taker) : null}
      {isOpen && decides ? (
        <ConsentSection
          consent={expectation.consent}
          action={`${address}/consent`}
          mayAnswer={isAsker || (isAdviser && !hasVoice)}
          mayAsk={isAdviser && hasVoice && !isAsker}
          isRelayed={requests.some(({ relay }) => relay !== null)}
        />
      ) : null}
      {isOpen && decides ? (
        <RelaySection
          network={network.slug}
          languages={network.languages}
          expectation={expectation}
          unasked={isAdviser ? await listUnaskedMembers(visit) : []}
          untranslated={isAdviser ? listUntranslated(expectation, requests, readIn(expectation, askers)) : []}
          mayRelay={isAdviser}
          action={`${address}/relay`}
          form={typed.relay}
        />
      ) : null}
      {isOpen && isAdviser && unanswered.length > 0 ? (
        <ContactSection requests={unanswered} action={`${address}/contacts`} form={typed.contact} />
      ) : null}
      {decides ? (
        <ClosingSection
          languages={network.languages}
          expectation={expectation}
          takers={takersOf(readableRequests(requests, involvement))}
          address={address}
          readHref={isAdviser ? paths.ending(reader, network.slug, expectation.slug) : null}
          form={typed.closing}
        />
      ) : null}
      <Trail steps={steps} />
    </>
  )
}

/** What follows from a yes. Its words are told only where the expectation is public: what is made of it may become so. */
async function renderNext(
  { writing, reader, network, expectation }: ExpectationRequest,
  taker: MemberRequest,
) {
  const parties = [expectation.asker, taker.organisation]
  const ids = parties.map(({ id }) => id)
  const isPublic = expectation.confidentiality === 'public'
  const title = isPublic ? chooseText(expectation.title, reader.language)?.text : undefined
  const source = reader.t('partners.next.answer', {
    organisation: chooseName(shortNames(taker.organisation), reader.language).text,
  })
  const ties = await listTiesBetween(writing, network.id, ids)
  return (
    <NextSteps network={network} actor={writing.actor} agreed={{ parties, ties, title, source, isPublic }} />
  )
}

// In which the reply is read: by those who get it, else on the page.
function readIn({ language }: Expectation, askers: readonly Recipient[]): string[] {
  return askers.length > 0 ? [...new Set(askers.map((each) => each.language))] : [language]
}

/** Members that were not asked, the best suited first, each with the first reason why. */
async function listUnaskedMembers({ writing, reader, network, expectation }: ExpectationRequest) {
  const { id, asker, asked, themes, form } = expectation
  const ids = await listUnasked(writing, {
    id,
    networkId: network.id,
    askerId: asker.id,
    country: asked.country,
  })
  const members = await listOrganisationRefs(writing, ids)
  const fitting = await lookUpMembersFor(
    writing,
    network,
    {
      organisationId: asker.id,
      country: asker.country,
      kind: 'search',
      themes,
      terms: { forms: [form] },
      ground: { kind: 'expectation', id },
    },
    { among: new Set(ids), limit: ids.length },
  )
  const { best, tied } = fitting ?? { best: [], tied: [] }
  const ordered = [...best, ...tied].toSorted((one, two) => two.score - one.score)
  const why = (otherId: string) => {
    const reasons = ordered.find((each) => each.id === otherId)?.explanation.reasons ?? []
    const works = reasons.find(({ says }) => says === 'theyHaveWhatYouSeek')
    const may = reasons.find(({ says }) => says === 'bothMayAct')
    if (works && 'themes' in works)
      return reader.t('partners.relay.worksOn', { themes: themeList(reader, works.themes) })
    if (may && 'themes' in may)
      return reader.t('partners.relay.mayAct', { themes: themeList(reader, may.themes) })
    return undefined
  }
  const order = ordered.map((each) => each.id)
  return [...order, ...ids.filter((each) => !order.includes(each))].flatMap((each) => {
    const member = members.get(each)
    return member ? [{ member, why: why(each) }] : []
  })
}

interface TrailProps {
  steps: readonly Step[]
}

/** Every step: what was done, for which organisation, by which person and when; for people concerned alone. */
function Trail({ steps }: TrailProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="steps" title={t('partners.trail.title')}>
      <DataTable
        caption={t('partners.trail.title')}
        captionHidden
        rows={[...steps]}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'what',
            label: t('partners.trail.what'),
            header: true,
            cell: ({ verb }) => t(`partners.step.${verb}`),
          },
          {
            key: 'organisation',
            label: t('partners.trail.organisation'),
            cell: ({ organisation }) =>
              organisation === null ? '–' : chooseName(shortNames(organisation), reader.language).text,
          },
          { key: 'who', label: t('partners.trail.who'), cell: ({ personName }) => personName ?? '–' },
          {
            key: 'when',
            label: t('partners.trail.when'),
            cell: ({ happenedAt }) => <Moment at={happenedAt} />,
          },
        ]}
      />
      <p class="quiet">{t('partners.trail.note')}</p>
    </Section>
  )
}

interface ContactSectionProps {
  /** Those who have not answered. */
  requests: readonly MemberRequest[]
  action: string
  /** What was typed and is wrong. */
  form: FormState | undefined
}

/** Having a member without an account answer by a link. */
function ContactSection({ requests, action, form }: ContactSectionProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <Section id="contact" title={t('partners.contact.title')}>
      <p>{t('partners.contact.lead')}</p>
      <Form action={action} form={form ?? { values: { language: reader.interfaceLanguage }, errors: [] }}>
        <ChoiceField
          name="request"
          label={t('partners.contact.member')}
          options={requests.map(({ id, organisation }) => ({
            value: id,
            label: chooseName(shortNames(organisation), reader.language).text,
          }))}
          isFolded
          required
        />
        <Field name="name" label={t('partners.contact.name')} autocomplete="off" />
        <Field
          name="address"
          label={t('partners.contact.address')}
          hint={t('partners.contact.addressHint')}
          type="email"
          autocomplete="off"
          required
        />
        <ChoiceField
          name="language"
          label={t('partners.contact.language')}
          options={languageOptions(reader, writtenLanguages(reader))}
          required
        />
        <p class="form-end">
          <button type="submit" class="button">
            {t('partners.contact.send')}
          </button>
        </p>
      </Form>
    </Section>
  )
}
