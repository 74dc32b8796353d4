// The index of a site: its search.

import { finder } from "./finder.js";
import { theme } from "./theme.js";

finder();
theme(() => {});
document.documentElement.dataset.ready = "yes";
