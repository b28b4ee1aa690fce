"""Makes stix-two-math-formulas.woff2: the characters of the house's own formulas out of STIX Two Math.

    python3 -m pip install fonttools brotli
    python3 app/formula-font/subset.py

The result is committed, so nobody needs Python to build. It is made anew when a character is added below or the package
@fontsource/stix-two-math changes; tests/unit/app/formula-font/formula-font.test.ts says when that is due, and prints the ranges
of the rest for app/fonts.ts. The table MATH stays, with the taller brackets, roots and sums that it names, and so do the
hints: a formula looks the same as with the whole font.
"""

from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
WHOLE = HERE.parent.parent / "node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2"

# The space has to be among them: browsers take the measures of formulas from the first font that has one.
CHARACTERS = [
    "20-7E",  # ASCII
    "A0-FF",  # Latin-1: × ÷ ± · ² ³
    "131 177 237 2BC 2C6 2DC 300-304 307 308",  # ŷ, dotless letters, hats, bars and dots
    "391-3A9 3B1-3C9 3D1 3D5 3F5",  # Greek
    "2002-200B 2010-2016 2018-2019 201C-201E 2020-2022 2026 2030 2032-2034 2039-203A 2044 2061-2064",  # spaces, dashes, quotes, primes
    "2070 2074-207E 2080-208E",  # raised and lowered digits
    "2102 210E 2112-2113 2115 211D 212F 2147",  # ℝ, ℓ, the italic h (which has its place here), e
    "2190-2194 21A6 21BB 21D2 21D4",  # arrows
    "2200 2202-2203 2205-2209 220F 2211-2213 2215 2217-221A 221D-221E 2223 2225 2227-222B",  # ∂ ∇ ∈ ∏ ∑ − √
    "223C 2243 2245 2248 2254 2260-2261 2264-2265 226A-226B 2282 2286 2295-2297 2299 22A4-22A5",  # ≈ ≠ ≤ ⊙ ⊤
    "22C5 22EE-22EF 22F1 2308-230B 239B-23AD 23DE-23DF 27E8-27E9 2500 25A0 2713",  # ⋅ ⋯, brackets and their parts
    "1D434-1D467 1D6A4-1D6A5 1D6E2-1D71B",  # italic letters: what a browser shows for <mi>x</mi>
    "1D468-1D481",  # bold italic capitals
]


def codepoints() -> list[int]:
    found = []
    for part in " ".join(CHARACTERS).split():
        first, _, last = part.partition("-")
        found += range(int(first, 16), int(last or first, 16) + 1)
    return found


options = subset.Options(flavor="woff2", layout_features=["*"], recalc_timestamp=False)
font = subset.load_font(str(WHOLE), options)
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=codepoints())
subsetter.subset(font)
result = HERE / "stix-two-math-formulas.woff2"
subset.save_font(font, str(result), options)
print(f"{result.name}: {result.stat().st_size:,} bytes, {len(font.getBestCmap())} characters")
