import { usePrivacy } from '@renderer/lib/privacy'

/**
 * A text about a person: dots cover it while privacy mode is on (R089, see `global.css`). It may be too long for its place,
 * so the whole of it stands in the tooltip, unless covered.
 */
export function PrivateText({ text, className }: { text: string; className?: string | undefined }) {
  const covered = usePrivacy()
  return (
    <span data-private className={className} title={covered ? undefined : text}>
      {text}
    </span>
  )
}
