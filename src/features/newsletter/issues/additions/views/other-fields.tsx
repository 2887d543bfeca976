import { typedValue } from '../../../../../platform/input/form.ts'
import type { Shown } from '../../../../../platform/records/record-part.ts'
import { Field } from '../../../../../ui/form/field.tsx'
import { FileField } from '../../../../../ui/form/file-field.tsx'
import { useReader } from '../../../../../ui/reader.tsx'
import type { FreeKind, FreePart } from '../../part.ts'
import { pictureAddress } from '../../paths.ts'
import { mostPictureBytes } from '../picture-upload.ts'

interface OtherFieldsProps {
  network: string
  kind: FreeKind
  part: FreePart | null
  shown: Shown
}

/** What an addition holds beside its texts: the picture, the address of a button, who is quoted. */
export function OtherFields({ network, kind, part, shown }: OtherFieldsProps) {
  const reader = useReader()
  const { t } = reader
  const typedOr = (name: string, stored: string) =>
    name in shown.values ? typedValue(shown.values, name) : stored
  if (kind === 'button')
    return (
      <Field
        name="address"
        type="url"
        label={t('newsletter.issues.field.address')}
        hint={t('newsletter.issues.field.addressHint')}
        value={typedOr('address', part?.kind === 'button' ? part.address : '')}
        required
      />
    )
  if (kind === 'quote')
    return (
      <Field
        name="author"
        label={t('newsletter.issues.field.author')}
        value={typedOr('author', part?.kind === 'quote' ? part.author : '')}
      />
    )
  if (kind === 'text') return null
  if (part?.kind === 'picture')
    return (
      <p>
        <img
          class="letter-picture"
          src={pictureAddress(reader.language, network, part.pictureId)}
          width={part.width}
          height={part.height}
          alt=""
        />
      </p>
    )
  return (
    <FileField
      name="picture"
      label={t('newsletter.issues.field.picture')}
      kinds={t('newsletter.issues.field.pictureKinds')}
      accept={['.png', '.jpg', '.jpeg']}
      mostBytes={mostPictureBytes}
      required
    />
  )
}
