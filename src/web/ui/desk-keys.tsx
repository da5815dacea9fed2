import { assetUrl } from "./assets.ts";

/** The keys of the reception desk; its pages work without. */
export const DeskKeys = () => <script type="module" src={assetUrl("desk.js")} />;
