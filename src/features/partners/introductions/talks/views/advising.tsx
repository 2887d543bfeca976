import { ChoiceField } from '../../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import { Section } from '../../../../../ui/text/headings.tsx'
import type { TalksPageProps } from './talks-page.tsx'

/** Who advises both sides, and where the secretariat says who does. */
export function Advising({
  introduction,
  advisers,
  address,
  mayAssign,
}: TalksPageProps & { mayAssign: boolean }) {
  const { t } = useReader()
  const { adviser } = introduction
  return (
    <Section id="adviser" title={t('partners.introduction.adviser')}>
      <p>
        {adviser
          ? t('partners.introduction.advisedBy', { name: adviser.name })
          : t('partners.introduction.noAdviser')}
      </p>
      {mayAssign && advisers.length > 0 ? (
        <form method="post" action={`${address}/adviser`} class="form">
          <input type="hidden" name="seen" value={adviser?.personId ?? ''} />
          <ChoiceField
            name="person"
            label={t('partners.introduction.assignTo')}
            options={advisers.map(({ personId, name }) => ({ value: personId, label: name }))}
            chosen={[adviser?.personId ?? '']}
            isFolded
            required
          />
          <p class="form-end">
            <button type="submit" class="button">
              {t('partners.introduction.assign')}
            </button>
          </p>
        </form>
      ) : null}
    </Section>
  )
}
