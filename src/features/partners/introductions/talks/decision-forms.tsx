import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { listFormatter } from '../../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { ErrorList, Form } from '../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { shortNames } from '../../../directory/index.ts'
import type { CooperationSummary } from '../../../registry/index.ts'
import {
  type availableActions,
  type Introduction,
  refusalReasons,
  stateOf,
  tieWords,
} from '../introduction.ts'
import { addedThemes, mayOpenAnother, openings } from '../partnership/outcome.ts'
import type { MessageFormProps } from './message-form.tsx'
import type { TalksStateProps } from './talks-state.tsx'

type TalksProps = TalksStateProps & MessageFormProps
type DecisionProps = TalksProps & { actions: ReturnType<typeof availableActions> }

/** What may be decided now, each with its button: what is usual first, what ends the talks folded away. */
export function DecisionForms(props: DecisionProps) {
  const reader = useReader()
  const { introduction, actions, address, typed } = props
  const { t } = reader
  const names = namesIn(reader, introduction)
  return (
    <div class="talks-decisions">
      {actions.vouch ? (
        <OneButton action={`${address}/recognition`} label={t('partners.introduction.vouch')} isPrimary>
          {t('partners.introduction.vouchHint', names)}
        </OneButton>
      ) : null}
      {actions.accept ? (
        <OneButton action={`${address}/acceptance`} label={t('partners.introduction.accept')} isPrimary>
          {t('partners.introduction.acceptHint')}
        </OneButton>
      ) : null}
      {actions.confirm ? (
        <OneButton action={`${address}/confirmation`} label={t('partners.introduction.confirm')} isPrimary>
          {t(
            introduction.joinsId === null
              ? 'partners.introduction.confirmHint'
              : 'partners.introduction.confirmHintAdded',
          )}
        </OneButton>
      ) : null}
      {actions.claim ? <PartnershipForm {...props} /> : null}
      {actions.resume ? (
        <OneButton action={`${address}/refusal/removal`} label={t('partners.introduction.resume')} />
      ) : null}
      {actions.decline ? (
        <details class="talks-refusal" open={typed.refusal !== undefined}>
          <summary>{t('partners.introduction.decline')}</summary>
          <RefusalForm {...props} />
        </details>
      ) : null}
      {actions.withdraw ? (
        <OneButton action={`${address}/withdrawal`} label={t('partners.introduction.withdraw')} />
      ) : null}
    </div>
  )
}

/** The two authorities as sentences name them. */
export function namesIn(reader: Reader, { owner, interested }: Introduction) {
  return {
    owner: chooseName(shortNames(owner), reader.language).text,
    interested: chooseName(shortNames(interested), reader.language).text,
  }
}

interface OneButtonProps {
  action: string
  label: string
  isPrimary?: boolean
  children?: string
}

function OneButton({ action, label, isPrimary, children }: OneButtonProps) {
  return (
    <form method="post" action={action}>
      {children ? <p>{children}</p> : null}
      <button type="submit" class={isPrimary ? 'button primary' : 'button'}>
        {label}
      </button>
    </form>
  )
}

function RefusalForm({ introduction, address, typed }: DecisionProps) {
  const reader = useReader()
  const { t } = reader
  const form = typed.refusal
  return (
    <Form action={`${address}/refusal`} form={form}>
      {form ? <ErrorList form={form} /> : null}
      <ChoiceField
        name="reason"
        label={t('partners.introduction.refusalReason')}
        options={refusalReasons.map((value) => ({
          value,
          label: capitalized(t(`partners.introduction.refusal.${value}`), reader.interfaceLanguage),
        }))}
        required
      />
      <TextAreaField
        name="words"
        label={t('partners.introduction.refusalWords')}
        hint={t('partners.introduction.refusalHint', namesIn(reader, introduction))}
        max={1000}
        rows={3}
      />
      <p class="form-end">
        <button type="submit" class="button">
          {t('partners.introduction.decline')}
        </button>
      </p>
    </Form>
  )
}

/** Where one side says that the partnership is made: what it becomes in the registry, and whether the wish is answered by it. */
function PartnershipForm(props: TalksProps) {
  const { network, introduction, speaking, ties, address, typed } = props
  const { t } = useReader()
  const form = typed.partnership ?? { values: {}, errors: [] }
  const isReviewed = network.publication === 'after_review' && !speaking.adviser
  return (
    <details
      class="talks-partnership"
      open={stateOf(introduction) === 'claimed' || typed.partnership !== undefined}
    >
      <summary>{t('partners.introduction.partnership')}</summary>
      <Form action={`${address}/partnership`} form={form} submit={t('partners.introduction.make')}>
        <ErrorList form={form} />
        <p>
          {t(
            ties.length > 0
              ? 'partners.introduction.partnershipTied'
              : isReviewed
                ? 'partners.introduction.partnershipReviewed'
                : 'partners.introduction.partnershipOpens',
          )}
        </p>
        {ties.length > 0 && isReviewed ? <p>{t('partners.introduction.partnershipTiedReviewed')}</p> : null}
        <input type="hidden" name="offered" value={ties.map(({ id }) => id).join(' ')} />
        <ChoiceField
          name="outcome"
          label={t(ties.length > 0 ? 'partners.introduction.becomes' : 'partners.introduction.status')}
          hint={
            mayOpenAnother(ties, introduction.wish.themes) ? undefined : t('partners.introduction.noAnother')
          }
          options={[...ties.map((tie) => joiningOption(props, tie)), ...openingOptions(props)]}
          chosen={[typedValue(form.values, 'outcome') || usualOutcome(props)]}
          required
        />
        {speaking.wish || speaking.adviser ? (
          <div class="field">
            <Choice
              name="found"
              option={{ value: 'yes', label: t('partners.introduction.closeWish') }}
              type="checkbox"
              isChosen={typedValue(form.values, 'found') !== ''}
            />
          </div>
        ) : null}
      </Form>
    </details>
  )
}

/** What a side has said already; else the oldest cooperation that is there. */
function usualOutcome({ introduction, ties }: TalksProps): string {
  const { joinsId, opensAs, wish } = introduction
  const opens = mayOpenAnother(ties, wish.themes) ? opensAs : null
  return joinsId ?? opens ?? ties[0]?.id ?? openings[0]
}

function joiningOption({ network, introduction }: TalksProps, tie: CooperationSummary) {
  const reader = useReader()
  const { t } = reader
  const themes = addedThemes(tie, introduction.wish.themes).map((theme) => t(`networks.theme.${theme}`))
  const list = listFormatter(reader.interfaceLanguage, { type: 'conjunction' }).format(themes)
  return {
    value: tie.id,
    label: t('partners.introduction.joins', { tie: tieWords(reader, network, tie) }),
    hint:
      themes.length === 0
        ? t('partners.introduction.joinsHintSame')
        : t('partners.introduction.joinsHint', { themes: list }),
  }
}

// Where one of their own ties has all of the themes, another could not be told apart from it.
function openingOptions({ introduction, ties }: TalksProps) {
  const { t } = useReader()
  if (!mayOpenAnother(ties, introduction.wish.themes)) return []
  return openings.map((value) => ({
    value,
    label:
      ties.length > 0
        ? t('partners.introduction.another', { status: t(`ui.status.${value}`) })
        : t(`ui.status.${value}`),
    hint: t(`partners.introduction.statusHint.${value}`),
  }))
}
