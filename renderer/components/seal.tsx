/** The seal-red mark: an open ledger with its lines. Logo only, never something to press. */
export function Seal({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden style={{ flex: 'none' }}>
      <rect width="20" height="20" rx="4.5" style={{ fill: 'var(--kb-seal)' }} />
      <g
        fill="none"
        strokeWidth="1.3"
        strokeLinecap="round"
        style={{ stroke: 'var(--kb-on-avatar)' }}
      >
        <rect x="4.4" y="5.2" width="11.2" height="9.8" rx="0.6" />
        <path d="M10 5.2V15M6.4 8.2h1.7M6.4 11.2h1.7M11.9 8.2h1.7M11.9 11.2h1.7" />
      </g>
    </svg>
  )
}
