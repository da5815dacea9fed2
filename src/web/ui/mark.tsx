/** Our mark: a gateway under a curved roof, one leaf of its door standing open. Drawn for this project. */
export const Mark = (props: { size?: number }) => (
  <svg
    class="mc-mark"
    width={props.size ?? 40}
    height={props.size ?? 40}
    viewBox="0 0 48 48"
    aria-hidden="true"
    focusable="false"
  >
    <path
      class="mc-mark__roof"
      d="M2 15.5C10 14.6 17.5 10.400 24 4c6.500 6.400 14 10.600 22 11.500l-2.200 4.200C36.200 19 29.600 15.800 24 11 18.400 15.800 11.800 19 4.200 19.700z"
    />
    <path class="mc-mark__frame" d="M10 22.500h28V44h-5V27.500H15V44h-5z" />
    <path class="mc-mark__leaf" d="M17.500 30v14l8.500 2.500V32.500z" />
    <path class="mc-mark__sill" d="M28.500 41.500h2V44h-2z" />
  </svg>
);
