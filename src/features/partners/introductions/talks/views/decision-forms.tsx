import { capitalized } from '../../../../../platform/i18n/capitalized.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { ErrorList, Form } from '../../../../../ui/form/form.tsx'
import { TextAreaField } from '../../../../../ui/form/text-area-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { shortNames } from '../../../../directory/index.ts'
import type { deedsFor, Introduction } from '../../introduction.ts'
import { refusalReasons } from '../../reasons.ts'
import { PartnershipForm } from './partnership-form.tsx'
import type { TalksPageProps } from './talks-page.tsx'

type DecisionProps = TalksPageProps & { deeds: ReturnType<typeof deedsFor> }

/** What may be decided now, each with its button: what is usual first, what ends the talks folded away. */
export function DecisionForms(props: DecisionProps) {
  const reader = useReader()
  const { introduction, deeds, address, typed } = props
  const { t } = reader
  const names = namesIn(reader, introduction)
  return (
    <div class="talks-decisions">
      {deeds.vouch ? (
        <OneButton action={`${address}/recognition`} label={t('partners.introduction.vouch')} isPrimary>
          {t('partners.introduction.vouchHint', names)}
        </OneButton>
      ) : null}
      {deeds.accept ? (
        <OneButton action={`${address}/acceptance`} label={t('partners.introduction.accept')} isPrimary>
          {t('partners.introduction.acceptHint')}
        </OneButton>
      ) : null}
      {deeds.confirm ? (
        <OneButton action={`${address}/confirmation`} label={t('partners.introduction.confirm')} isPrimary>
          {t(
            introduction.joinsId === null
              ? 'partners.introduction.confirmHint'
              : 'partners.introduction.confirmHintAdded',
          )}
        </OneButton>
      ) : null}
      {deeds.claim ? <PartnershipForm {...props} /> : null}
      {deeds.resume ? (
        <OneButton action={`${address}/refusal/removal`} label={t('partners.introduction.resume')} />
      ) : null}
      {deeds.decline ? (
        <details class="talks-refusal" open={typed.refusal !== undefined}>
          <summary>{t('partners.introduction.decline')}</summary>
          <RefusalForm {...props} />
        </details>
      ) : null}
      {deeds.withdraw ? (
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
