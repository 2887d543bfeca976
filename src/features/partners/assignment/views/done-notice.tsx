import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'

const sayable = [
  'set',
  'added',
  'changed',
  'left',
  'declined',
  'returned',
  'joined',
  'wished',
  'published',
  'publishedNothing',
  'taken',
  'ended',
  'moved',
  'kept',
  'calledOff',
  'settled',
  'eventChanged',
] as const

// Nothing was done: another person or event was quicker.
const informing: readonly string[] = ['taken', 'settled', 'eventChanged']

/** The result of an action, named by the address. */
export function DoneNotice({ done }: { done: string }) {
  const reader = useReader()
  const said = sayable.find((each) => each === done)
  if (!said) return null
  return (
    <Notice kind={informing.includes(said) ? 'information' : 'done'} live>
      <p>{reader.t(`partners.assignment.done.${said}`)}</p>
    </Notice>
  )
}
