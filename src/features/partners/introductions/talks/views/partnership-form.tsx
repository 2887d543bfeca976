import { listFormatter } from '../../../../../platform/i18n/formatters.ts'
import { typedValue } from '../../../../../platform/input/form.ts'
import { Choice, ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { ErrorList, Form } from '../../../../../ui/form/form.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import type { CooperationRow } from '../../../../registry/index.ts'
import { stateOf } from '../../introduction.ts'
import { addedThemes, mayOpenAnother, openings } from '../../partnership/outcome.ts'
import { tieWords } from '../../ties/tie-words.ts'
import type { TalksPageProps } from './talks-page.tsx'

/** Where one side says that the partnership is made: what it becomes in the registry, and whether the wish is answered by it. */
export function PartnershipForm(props: TalksPageProps) {
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
function usualOutcome({ introduction, ties }: TalksPageProps): string {
  const { joinsId, opensAs, wish } = introduction
  const opens = mayOpenAnother(ties, wish.themes) ? opensAs : null
  return joinsId ?? opens ?? ties[0]?.id ?? openings[0]
}

function joiningOption({ network, introduction }: TalksPageProps, tie: CooperationRow) {
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

// Where one of theirs bears all of the themes, another could not be told apart from it.
function openingOptions({ introduction, ties }: TalksPageProps) {
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
