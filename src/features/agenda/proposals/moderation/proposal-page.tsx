import type { ComponentChildren } from 'preact'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import type { FormState } from '../../../../platform/input/form.ts'
import type { ExplainedChange } from '../../../../platform/records/record-kind.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { ChangeList, Dialogue } from '../../../contributions/index.ts'
import { paths as eventPaths } from '../../events/paths.ts'
import { paths } from '../paths.ts'
import { type Proposal, stateOf } from '../proposal.ts'
import { Amendments, type OutlineProps, ProposalOutline } from '../proposal-outline.tsx'
import type { ProposalMessage } from '../queries.ts'

/** The values of forms that came back; a wish is decided on with the form of decisions. */
export type SentForms = Partial<Record<'message' | 'decision' | 'assignment', FormState>>

interface ProposalPageProps extends OutlineProps {
  network: string
  proposal: Proposal
  amendments: Parameters<typeof Amendments>[0]['amendments']
  /** What the proposer wishes changed in the published event; null where nothing is wished. */
  wished: ExplainedChange[] | null
  /** Identifies that wish and that event. */
  seen: string
  messages: ProposalMessage[]
  /** The coordinators to whom it may be handed. */
  others: { personId: string; name: string }[]
  sent: SentForms
}

export function proposalTitle(reader: Reader, { document, body }: Proposal): string {
  return chooseText(document.title, reader.language)?.text ?? body
}

/** A proposal for its moderators: what it is, its changes and messages, and the decision. */
export function ProposalPage(props: ProposalPageProps) {
  const reader = useReader()
  const { network, proposal, amendments } = props
  const { t } = reader
  const address = paths.proposal(reader, network, proposal.id)
  const isOpen = proposal.decision === null
  return (
    <>
      <PageHeading
        kicker={<a href={paths.queue(reader, network)}>{t('agenda.proposals.title')}</a>}
        actions={
          isOpen ? (
            <a class="button" href={`${address}/amendment`}>
              {t('agenda.proposals.amend')}
            </a>
          ) : undefined
        }
      >
        {proposalTitle(reader, proposal)}
      </PageHeading>
      <State {...props} />
      <FactList
        facts={[
          { term: t('agenda.proposals.by'), detail: [proposal.body, proposal.senderName].filter(Boolean) },
          { term: t('agenda.proposals.on'), detail: <Moment at={proposal.createdAt} /> },
          { term: t('agenda.proposals.language'), detail: languageInWords(reader, proposal.language) },
          ...(proposal.assigned?.name
            ? [{ term: t('agenda.proposals.assigned'), detail: proposal.assigned.name }]
            : []),
        ]}
      />
      {props.wished === null ? null : (
        <Section id="wish" title={t('agenda.proposals.wished')}>
          <ChangeList changes={props.wished} />
          <DecisionForm
            form={props.sent.decision}
            action={`${address}/wish`}
            decisions={[
              { value: 'accepted', label: t('agenda.proposals.acceptWish') },
              { value: 'refused', label: t('agenda.proposals.refuseWish') },
            ]}
          >
            <input type="hidden" name="seen" value={props.seen} />
          </DecisionForm>
        </Section>
      )}
      <Section id="outline" title={t('agenda.proposals.outline')}>
        {isOpen && proposal.document.when === null ? (
          <Notice kind="warning">{t('agenda.proposals.undated')}</Notice>
        ) : null}
        <ProposalOutline {...props} />
      </Section>
      {amendments.length > 0 ? (
        <Section id="amendments" title={t('agenda.proposals.amendments')}>
          <Amendments amendments={amendments} />
        </Section>
      ) : null}
      {isOpen ? (
        <Section id="decision" title={t('agenda.proposals.decision')}>
          <DecisionForm
            form={props.sent.decision}
            action={`${address}/decision`}
            decisions={[
              { value: 'accepted', label: t('agenda.proposals.accept') },
              { value: 'refused', label: t('agenda.proposals.refuse') },
              ...(proposal.heldFor === null
                ? []
                : [{ value: 'released', label: t('agenda.proposals.release') }]),
            ]}
          />
        </Section>
      ) : null}
      <Dialogue
        messages={props.messages}
        action={proposal.decision === null || proposal.event ? `${address}/messages` : null}
        speaker={({ author, isOfAuthor }) =>
          isOfAuthor ? proposal.body : (author ?? t('agenda.proposal.group'))
        }
        form={props.sent.message ?? { values: {}, errors: [] }}
      />
      {isOpen || proposal.wish !== null ? (
        <HandOver others={props.others} action={`${address}/assignment`} form={props.sent.assignment} />
      ) : null}
    </>
  )
}

function State({ network, proposal }: ProposalPageProps) {
  const reader = useReader()
  const { t } = reader
  const state = stateOf(proposal)
  const { heldFor, decidedAt, decidedByName, decisionReason, event } = proposal
  return (
    <Notice kind={state === 'held' ? 'warning' : state === 'accepted' ? 'done' : 'information'}>
      <p>
        {capitalized(t(`agenda.proposals.state.${state}`), reader.interfaceLanguage)}
        {state === 'held' && heldFor !== null ? ` – ${t(`ui.held.${heldFor}`)}` : null}
        {decidedByName && state !== 'wish' ? ` (${decidedByName})` : null}
        {decidedAt && state !== 'wish' ? (
          <>
            {', '}
            <Moment at={decidedAt} />
          </>
        ) : null}
      </p>
      {decisionReason ? <p class="as-written">{decisionReason}</p> : null}
      {event ? (
        <p>
          <a href={eventPaths.event(reader, network, event.slug)}>{t('agenda.proposal.seePublished')}</a>
        </p>
      ) : null}
    </Notice>
  )
}

interface DecisionFormProps {
  form: FormState | undefined
  action: string
  /** Each a button by its value, the first one the likeliest. */
  decisions: { value: string; label: string }[]
  /** Hidden fields. */
  children?: ComponentChildren
}

// A decision with its reason, which the proposer receives.
function DecisionForm({ form, action, decisions, children }: DecisionFormProps) {
  const { t } = useReader()
  return (
    <Form action={action} form={form}>
      {form ? <ErrorList form={form} /> : null}
      {children}
      <TextAreaField
        name="because"
        label={t('agenda.proposals.because')}
        hint={t('agenda.proposals.becauseHint')}
        max={2000}
        rows={3}
      />
      <p class="form-end">
        {decisions.map(({ value, label }, at) => (
          <button
            key={value}
            type="submit"
            class={at === 0 ? 'button primary' : 'button'}
            name="decision"
            value={value}
          >
            {label}
          </button>
        ))}
      </p>
    </Form>
  )
}

// The form that hands a proposal to another coordinator.
function HandOver({
  others,
  action,
  form,
}: Pick<ProposalPageProps, 'others'> & Pick<DecisionFormProps, 'action' | 'form'>) {
  const { t } = useReader()
  return (
    <Section id="assignment" title={t('agenda.proposals.handOver')}>
      {others.length === 0 ? (
        <p class="quiet">{t('agenda.proposals.nobodyElse')}</p>
      ) : (
        <Form action={action} form={form}>
          <ChoiceField
            name="person"
            label={t('agenda.proposals.person')}
            options={others.map(({ personId, name }) => ({ value: personId, label: name }))}
            isFolded
            required
          />
          <p class="form-end">
            <button type="submit" class="button">
              {t('agenda.proposals.hand')}
            </button>
          </p>
        </Form>
      )}
    </Section>
  )
}
