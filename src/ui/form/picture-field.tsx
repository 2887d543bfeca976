import type { ComponentChildren } from 'preact'
import { mostPictureBytes } from '../../platform/storage/picture-file.ts'
import { useReader } from '../reader.tsx'
import { FileField } from './file-field.tsx'

/** A picture to choose, required. A browser that runs scripts makes a large one smaller before it is sent; it comes last in its form. */
export function PictureField({ name, label }: { name: string; label: ComponentChildren }) {
  const { t } = useReader()
  return (
    <div data-part="picture" data-most-bytes={mostPictureBytes} data-words={t('ui.picture.madeSmaller')}>
      <FileField
        name={name}
        label={label}
        kinds={t('ui.picture.kinds')}
        accept={['.png', '.jpg', '.jpeg']}
        mostBytes={mostPictureBytes}
        required
      />
    </div>
  )
}
