package khos.check;

/** One rule, or a few that look at the same thing. Takes time linear in the length of the texts. */
interface Check {
    void check(Side source, Side target, Found found);
}
