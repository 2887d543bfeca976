import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import { type FieldError, type FormValues, typedValue } from '../../../../../platform/input/form.ts'
import { countParts } from '../../../../../platform/input/list-action.ts'
import { Notice } from '../../../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { Form } from '../../../../../ui/form/form.tsx'
import { FormErrors } from '../../../../../ui/form/form-errors.tsx'
import { LocalizedField } from '../../../../../ui/form/localized-field.tsx'
import { RepeatedParts, UsualSubmit } from '../../../../../ui/form/repeated-parts.tsx'
import { sayErrors } from '../../../../../ui/form/say-errors.ts'
import { ThemePicker } from '../../../../../ui/form/theme-picker.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading } from '../../../../../ui/text/headings.tsx'
import type { Meeting } from '../../../../minutes/index.ts'
import { themeGroups } from '../../../../networks/index.ts'
import { paths } from '../../../paths.ts'
import { mostWishes, type RoundRow, wishKinds } from '../../round.ts'
import { longestWish } from '../../schema.ts'
import { MeetingName } from '../../views/meeting-name.tsx'
import { RowWords } from '../../views/row-words.tsx'

interface StatingPageProps {
  network: { slug: string; languages: readonly string[] }
  meeting: Meeting
  row: RoundRow
  isClosed: boolean
  values: FormValues
  errors: readonly FieldError[]
  focus: number | null
  /** Somebody else has written for it meanwhile: what stands is shown above what was typed. */
  isMet?: boolean
}

/** One to three wishes of an authority, in its words; or that it has none. */
export function StatingPage({
  network,
  meeting,
  row,
  isClosed,
  values,
  errors,
  focus,
  isMet = false,
}: StatingPageProps) {
  const reader = useReader()
  const { t } = reader
  const { organisation } = row
  const said = sayErrors(reader, errors)
  const count = countParts(values, 'wishes')
  return (
    <>
      <FormErrors errors={said.list} />
      <PageHeading
        kicker={
          <a href={paths.round(reader, network.slug, meeting.slug)}>
            {t('partners.round.name')} – <MeetingName meeting={meeting} />
          </a>
        }
        lead={t('partners.round.statingLead')}
      >
        {t('partners.round.statingTitle', {
          name: chooseName({ ...organisation.name, ...organisation.shortName }, reader.language).text,
        })}
      </PageHeading>
      {isMet && !isClosed ? (
        <Notice kind="warning" live>
          <p>{t('partners.error.rowChanged')}</p>
          <RowWords row={row} />
        </Notice>
      ) : null}
      {isClosed ? (
        <Notice>
          <p>{t('partners.round.closed')}</p>
        </Notice>
      ) : (
        <Form
          action={paths.row(reader, network.slug, meeting.slug, organisation.slug)}
          form={{ values, errors }}
        >
          <UsualSubmit value="save" />
          <input type="hidden" name="seen" value={typedValue(values, 'seen')} />
          <RepeatedParts
            name="wishes"
            label={t('partners.round.wishes')}
            hint={t('partners.round.wishesHint', { most: mostWishes })}
            count={count}
            titleOf={(index) => t('partners.round.wish', { number: index + 1 })}
            addLabel={t('partners.round.addWish')}
            focus={focus}
            error={said.byField.wishes}
          >
            {(prefix) => (
              <>
                <input type="hidden" name={`${prefix}.id`} value={typedValue(values, `${prefix}.id`)} />
                <ChoiceField
                  name={`${prefix}.kind`}
                  label={t('partners.round.kind')}
                  options={wishKinds.map((kind) => ({
                    value: kind,
                    label: t(`partners.round.kindOf.${kind}`),
                  }))}
                  chosen={[typedValue(values, `${prefix}.kind`) || 'search']}
                  error={said.byField[`${prefix}.kind`]}
                  required
                />
                <LocalizedField
                  languages={network.languages}
                  name={`${prefix}.text`}
                  label={t('partners.round.text')}
                  text={row.wishes.find(({ id }) => id === typedValue(values, `${prefix}.id`))?.text ?? {}}
                  max={longestWish}
                  rows={3}
                  required
                />
                <ThemePicker
                  name={`${prefix}.themes`}
                  label={t('partners.round.themes')}
                  groups={themeGroups(reader)}
                  error={said.byField[`${prefix}.themes`]}
                />
              </>
            )}
          </RepeatedParts>
          <ChoiceField
            name="passed"
            label={t('partners.round.passedLabel')}
            options={[{ value: 'yes', label: t('partners.round.passed') }]}
            error={said.byField.passed}
            multiple
          />
          <p class="form-end">
            <button class="button primary" type="submit" name="action" value="save">
              {t('partners.round.save')}
            </button>
          </p>
        </Form>
      )}
    </>
  )
}
