/** Property tests try the same examples on every machine. */
import fc from "fast-check";

fc.configureGlobal({ seed: 20310205, numRuns: 200 });
