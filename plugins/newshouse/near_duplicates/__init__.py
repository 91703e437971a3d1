"""Stories told more than once: which articles, of one publisher or of many, are copies of one another.

    text -> words_of -> less recurring_paragraphs -> signature -> candidates by shared keys -> same_story -> clusters

Pure: texts in, verdicts out. Keeping signatures, and asking for candidates in SQL, is the warehouse's job.
"""

from newshouse.near_duplicates.boilerplate import recurring_paragraphs
from newshouse.near_duplicates.clusters import cluster_documents, document_signatures
from newshouse.near_duplicates.document import Document, document_of
from newshouse.near_duplicates.pair import PairReason, Verdict, same_story
from newshouse.near_duplicates.signature import SIGNATURE_VERSION, Signature, candidate_keys, number_slots, signature, sketch, unpacked
from newshouse.near_duplicates.words import Words, words_of

__all__ = [
    "SIGNATURE_VERSION",
    "Document",
    "PairReason",
    "Signature",
    "Verdict",
    "Words",
    "candidate_keys",
    "cluster_documents",
    "document_of",
    "document_signatures",
    "number_slots",
    "recurring_paragraphs",
    "same_story",
    "signature",
    "sketch",
    "unpacked",
    "words_of",
]
