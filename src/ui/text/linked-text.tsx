import { textPieces } from '../../platform/i18n/web-addresses.ts'

/** A plain text with its addresses as links. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {textPieces(text).map((piece, index) =>
        piece.address === null ? (
          piece.text
        ) : (
          <a key={index} href={piece.address}>
            {piece.text}
          </a>
        ),
      )}
    </>
  )
}
