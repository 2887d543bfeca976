const addresses = /(https?:\/\/[^\s<>"«»]+[^\s<>"«».,;:!?)\]])/

/** A plain text whose addresses can be followed. */
export function LinkedText({ text }: { text: string }) {
  return (
    <>
      {text.split(addresses).map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  )
}
